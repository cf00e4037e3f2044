-- The requests of sqs-compare.sh for wrk: QUEUE is the queue's URL, OPERATION one of the two below.
local function send()
  local entries = {}
  for i = 1, 10 do
    entries[i] = string.format(
      [[{"Id":"m%d","MessageBody":"{\"id\":\"order-%06d\",\"customer\":\"customer-4711\",\"country\":\"DE\",\"quantity\":3,\"note\":\"Please leave it with the neighbour.\"}"}]], i, i)
  end
  return string.format([[{"QueueUrl":"%s","Entries":[%s]}]], os.getenv("QUEUE"), table.concat(entries, ","))
end

-- Messages stay visible, so that the queue's depth stays.
local function receive()
  return string.format([[{"QueueUrl":"%s","MaxNumberOfMessages":10,"VisibilityTimeout":0}]], os.getenv("QUEUE"))
end

local bodies = { SendMessageBatch = send, ReceiveMessage = receive }

wrk.method = "POST"
wrk.path = "/"
wrk.headers["Content-Type"] = "application/x-amz-json-1.0"
wrk.headers["X-Amz-Target"] = "AmazonSQS." .. os.getenv("OPERATION")
wrk.body = bodies[os.getenv("OPERATION")]()
