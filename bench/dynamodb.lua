-- Sends one DynamoDB operation again and again, over 1,000 partitions of 10 items each.
local operation = os.getenv("OPERATION")
local partitions = 1000
local sorts = 10
local payload = string.rep("x", 200)

local bodies = {
  PutItem = '{"TableName":"bench","Item":{"pk":{"S":"customer#%d"},"sk":{"S":"order#%d"},"status":{"S":"placed"},"total":{"N":"12.5"},"lines":{"L":[{"M":{"sku":{"S":"a-1"},"count":{"N":"2"}}}]},"text":{"S":"' .. payload .. '"}}}',
  GetItem = '{"TableName":"bench","Key":{"pk":{"S":"customer#%d"},"sk":{"S":"order#%d"}}}',
  UpdateItem = '{"TableName":"bench","Key":{"pk":{"S":"customer#%d"},"sk":{"S":"order#%d"}},"UpdateExpression":"SET #s = :s ADD version :one","ConditionExpression":"attribute_exists(pk)","ExpressionAttributeNames":{"#s":"status"},"ExpressionAttributeValues":{":s":{"S":"paid"},":one":{"N":"1"}}}',
  Query = '{"TableName":"bench","KeyConditionExpression":"pk = :pk AND begins_with(sk, :sk)","ExpressionAttributeValues":{":pk":{"S":"customer#%d"},":sk":{"S":"order#"}}}',
}

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-amz-json-1.0"
wrk.headers["X-Amz-Target"] = "DynamoDB_20120810." .. operation
wrk.headers["X-Amz-Date"] = "20260101T000000Z"
wrk.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=00"

local next = 0
local requests = {}

function init()
  local body = bodies[operation]
  for n = 0, partitions * sorts - 1 do
    requests[n] = wrk.format(nil, "/", nil, string.format(body, n % partitions, math.floor(n / partitions)))
  end
end

function request()
  local chosen = requests[next]
  next = (next + 7) % (partitions * sorts) -- 7 shares no divisor with 10,000, so that every item has its turn
  return chosen
end
