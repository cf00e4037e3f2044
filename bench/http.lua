-- The requests of http.sh for wrk: KIND is get or post, WAY is api or invoke; what Invoke sends is what the API makes of the same request.
local post = os.getenv("KIND") == "post"
local note = string.rep("x", 10240)
local event = [[{"version":"2.0","routeKey":"ANY /orders/{id}","rawPath":"/orders/4711","rawQueryString":"","headers":{"host":"127.0.0.1","user-agent":"wrk","x-forwarded-for":"127.0.0.1","x-forwarded-port":"80","x-forwarded-proto":"http"},"requestContext":{"accountId":"000000000000","apiId":"api","domainName":"127.0.0.1","domainPrefix":"127","http":{"method":"GET","path":"/orders/4711","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"wrk"},"requestId":"id","routeKey":"ANY /orders/{id}","stage":"$default","time":"26/Nov/2026:07:00:00 +0000","timeEpoch":1795676400000},"pathParameters":{"id":"4711"},"isBase64Encoded":false}]]

if os.getenv("WAY") == "invoke" then
  if post then
    event = event:gsub("GET", "POST"):sub(1, -2) .. [[,"body":"{\"note\":\"]] .. note .. [[\"}"}]]
  end
  wrk.method = "POST"
  wrk.path = "/2015-03-31/functions/" .. os.getenv("FUNCTION") .. "/invocations"
  wrk.body = event
else
  wrk.path = os.getenv("API") .. "/orders/4711"
  wrk.headers["Accept"] = "application/json"
  if post then
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.body = '{"note":"' .. note .. '"}'
  end
end
