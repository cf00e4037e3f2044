-- Sends one Kinesis operation again and again: PutRecords of 10 records, or GetRecords of 100 from one place.
local operation = os.getenv("OPERATION")
local stream = os.getenv("STREAM")
local iterator = os.getenv("ITERATOR")
local keys = 1000
local records = 10
local data = os.getenv("DATA")

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-amz-json-1.1"
wrk.headers["X-Amz-Target"] = "Kinesis_20131202." .. operation
wrk.headers["X-Amz-Date"] = "20260101T000000Z"
wrk.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=00"

local next = 0
local requests = {}

local function put(n)
  local entries = {}
  for i = 1, records do
    entries[i] = string.format('{"PartitionKey":"customer#%d","Data":"%s"}', (n * records + i) % keys, data)
  end
  return string.format('{"StreamName":"%s","Records":[%s]}', stream, table.concat(entries, ","))
end

function init()
  for n = 0, keys / records - 1 do
    local body = operation == "PutRecords" and put(n) or string.format('{"ShardIterator":"%s","Limit":100}', iterator)
    requests[n] = wrk.format(nil, "/", nil, body)
  end
end

function request()
  local chosen = requests[next]
  next = (next + 1) % (keys / records)
  return chosen
end
