using System.Net;

// A runtime of its own, as custom runtimes are: it knows nothing of the runner.
var api = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation/";
using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
while (true)
{
    using var next = await http.GetAsync(api + "next");
    if (next.StatusCode != HttpStatusCode.OK)
    {
        return 1;
    }

    var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
    var input = await next.Content.ReadAsStringAsync();
    Console.WriteLine($"serving {id}");
    using var wrong = await http.PostAsync(api + "no-such-request/response", new StringContent("{}"));
    var path = input.Contains("fail", StringComparison.Ordinal) ? "error" : "response";
    var body = path == "error" ? """{"errorType":"CustomError","errorMessage":"as asked"}""" : $$"""{"echo":{{input}},"wrongId":{{(int)wrong.StatusCode}}}""";
    using var reply = await http.PostAsync($"{api}{id}/{path}", new StringContent(body));
}
