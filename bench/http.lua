-- The requests of http.sh for wrk: KIND is one of the three below; what Invoke sends is what the API makes of a GET.
local kind = os.getenv("KIND")
local event = [[{"version":"2.0","routeKey":"ANY /orders/{id}","rawPath":"/orders/4711","rawQueryString":"","headers":{"host":"127.0.0.1","user-agent":"wrk","x-forwarded-for":"127.0.0.1","x-forwarded-port":"80","x-forwarded-proto":"http"},"requestContext":{"accountId":"000000000000","apiId":"api","domainName":"127.0.0.1","domainPrefix":"127","http":{"method":"GET","path":"/orders/4711","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"wrk"},"requestId":"id","routeKey":"ANY /orders/{id}","stage":"$default","time":"26/Nov/2026:07:00:00 +0000","timeEpoch":1795676400000},"pathParameters":{"id":"4711"},"isBase64Encoded":false}]]

if kind == "invoke" then
  wrk.method = "POST"
  wrk.path = "/2015-03-31/functions/" .. os.getenv("FUNCTION") .. "/invocations"
  wrk.body = event
else
  wrk.path = os.getenv("API") .. "/orders/4711"
  wrk.headers["Accept"] = "application/json"
  if kind == "post" then
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.body = '{"note":"' .. string.rep("x", 10240) .. '"}'
  end
end
