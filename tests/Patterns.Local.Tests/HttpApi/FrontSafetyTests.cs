using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Patterns.Local.HttpApi;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.HttpApi;

/// <summary>What a hostile client sends over a real socket.</summary>
public sealed class FrontSafetyTests : IAsyncLifetime
{
    private readonly FakeInvoker _function = new();
    private TestStack _stack = null!;
    private Patterns.Local.Gateway.GatewayServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _stack = await TestStack.StartAsync();
        var apis = new HttpApiService();
        var api = new HttpApiDefinition("abc", "orders");
        api.Add(new HttpApiStage(HttpApiStage.DefaultName, new Dictionary<string, string>()));
        api.Routes.TryAdd(new ApiRoute(RouteKey.Parse("ANY /files/{path+}"), new HttpApiIntegration("i", "f")));
        apis.Add(api);
        _stack.Runner.Account.Apis.Add(api);
        var endpoint = new HttpApiEndpoint(_stack.Runner.Account.Aws, apis, _function);
        _server = await Patterns.Local.Gateway.GatewayServer.StartAsync(0, http => endpoint.HandleAsync(http, "abc", http.Request.Path.Value ?? "/"), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _stack.DisposeAsync();
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /files/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("Content-Length: 3\r\nContent-Length: 40\r\n", "abcGET /files/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n", "abc")]
    [InlineData("Content-Length: 1e3\r\n", "abc")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n", "abc")]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n")]
    [InlineData("Bad Name: x\r\n", "")]
    [InlineData("X-A: 1\nX-B: 2\0\r\n", "")]
    public async Task Odd_framing_never_becomes_a_second_request(string headers, string body)
    {
        var answer = await SendAsync(_server.Address, $"POST /files/a HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n{body}");

        Assert.DoesNotContain(_function.Events, sent => Encoding.UTF8.GetString(sent.Span).Contains("/files/smuggled", StringComparison.Ordinal));
        Assert.StartsWith("HTTP/1.1 4", answer);
    }

    [Theory]
    [InlineData("/files/../../etc/passwd", 404)]
    [InlineData("/files/%2e%2e/%2e%2e/secret", 404)]
    [InlineData("/files/a/../../secret", 404)]
    [InlineData("/files/%00", 400)]
    public async Task A_path_that_leaves_its_route_does_not_reach_the_function(string path, int status)
    {
        var answer = await SendAsync(_server.Address, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer);
        Assert.Empty(_function.Events);
    }

    [Theory]
    [InlineData("/files/..%2fsecret", "/files/..%2fsecret", "..%2fsecret")]
    [InlineData("/files/a/../b", "/files/b", "b")]
    [InlineData("/files/%252e%252e/secret", "/files/%2e%2e/secret", "%2e%2e/secret")]
    public async Task A_path_that_only_looks_as_if_it_left_its_route_is_the_functions_to_judge(string path, string rawPath, string parameter)
    {
        var answer = await SendAsync(_server.Address, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        var sent = JsonElement.Parse(Assert.Single(_function.Events).Span);
        Assert.StartsWith("HTTP/1.1 200 ", answer);
        Assert.Equal((rawPath, parameter), (sent.GetProperty("rawPath").GetString(), sent.GetProperty("pathParameters").GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_function_cannot_split_its_reply()
    {
        _function.Reply("""{"statusCode":200,"headers":{"X-A":"1\r\nSet-Cookie: evil=1\r\n\r\nHTTP/1.1 200 OK"},"cookies":["a=1\r\nX-B: 2"]}""");

        var answer = await SendAsync(_server.Address, "GET /files/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 500", answer);
        Assert.DoesNotContain("evil", answer);
    }

    [Fact]
    public async Task A_function_cannot_set_the_framing_of_its_reply()
    {
        _function.Reply("""{"statusCode":200,"headers":{"Content-Length":"1","Transfer-Encoding":"chunked","Connection":"upgrade"},"body":"whole"}""");

        var answer = await SendAsync(_server.Address, "GET /files/a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Contains("Content-Length: 5\r\n", answer);
        Assert.DoesNotContain("Transfer-Encoding", answer);
        Assert.EndsWith("\r\n\r\nwhole", answer);
    }

    [Theory]
    [InlineData("attacker.example", "/_api/abc/files/a")]
    [InlineData("abc.execute-api.attacker.example", "/files/a")]
    [InlineData("localhost.attacker.example", "/_api/abc/files/a")]
    [InlineData("127.0.0.1.attacker.example", "/_api/abc/files/a")]
    public async Task An_api_does_not_answer_under_a_foreign_name(string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;

        var response = await _stack.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("The Host header names neither", await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> SendAsync(string address, string request)
    {
        using var client = new TcpClient();
        var uri = new Uri(address);
        await client.ConnectAsync(uri.Host, uri.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
