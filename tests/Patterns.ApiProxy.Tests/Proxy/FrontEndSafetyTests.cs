using Patterns.Proxy;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>Nothing that a client writes leads where it should not.</summary>
public sealed class FrontEndSafetyTests
{
    [Theory]
    [InlineData("/legacy/../admin")]
    [InlineData("/legacy/a/../../admin")]
    [InlineData("/legacy/%2e%2e/admin")]
    [InlineData("/legacy/%2E%2e%2fadmin")]
    [InlineData("/legacy/%252e%252e%252fadmin")]
    [InlineData("/legacy/..%5cadmin")]
    [InlineData("/legacy/..;/admin")]
    [InlineData("/legacy/..;x=1/admin")]
    [InlineData("/legacy/a%00b")]
    [InlineData("/legacy/a%0d%0aX-Injected:1")]
    [InlineData("/legacy//evil.example/a")]
    [InlineData("/legacy/./a")]
    [InlineData("/legacy/\\\\evil.example\\a")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200)));

        Assert.Equal(400, rig.Ask(ApiEvents.HttpApi("GET", path)).Status);
        Assert.Empty(rig.Backend.Calls);
    }

    [Theory]
    [InlineData("/legacy/a", "", "http://legacy.internal:8080/services/a")]
    [InlineData("/legacy/a/", "", "http://legacy.internal:8080/services/a/")]
    [InlineData("/legacy/", "", "http://legacy.internal:8080/services/")]
    [InlineData("/legacy/a%20b/ä", "x=1&x=2&y=%26%3D&z", "http://legacy.internal:8080/services/a%20b/%C3%A4?x=1&x=2&y=%26%3D&z=")]
    [InlineData("/legacy/a?b#c@d:e", "", "http://legacy.internal:8080/services/a%3Fb%23c%40d%3Ae")]
    [InlineData("/legacy/...", "q=%0d%0a", "http://legacy.internal:8080/services/...?q=%0D%0A")]
    public void A_path_stays_below_the_backends(string path, string query, string address)
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200)));

        Assert.Equal(200, rig.Ask(ApiEvents.HttpApi("GET", path, query: query)).Status);
        Assert.Equal(address, rig.Backend.Calls.Single().Address);
    }

    [Fact]
    public void Only_headers_of_the_list_are_passed_on_and_none_of_the_connection()
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200)));

        rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a", headers: new()
        {
            ["host"] = "evil.example",
            ["x-forwarded-host"] = "evil.example",
            ["authorization"] = "Bearer secret",
            ["cookie"] = "session=secret",
            ["transfer-encoding"] = "chunked",
            ["content-length"] = "5",
            ["connection"] = "close, TraceParent",
            ["upgrade"] = "websocket",
            ["te"] = "trailers",
            ["traceparent"] = "00-1-2-03",
            ["tracestate"] = "a=b",
            ["accept-language"] = "de",
            ["accept"] = "text/plain",
        }));

        Assert.Equal("Accept-Language: de\nAccept: text/plain\ntracestate: a=b", rig.Backend.Calls.Single().Headers);
    }

    [Fact]
    public void A_value_with_a_line_end_is_no_header()
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(200)));

        Assert.Equal(400, rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a", headers: new() { ["accept-language"] = "de\r\nX-Injected: 1" })).Status);
        Assert.Equal(400, rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a", headers: new() { ["accept"] = "a\nb" })).Status);
        Assert.Empty(rig.Backend.Calls);
        Assert.Throws<ArgumentException>(() => new BackendCall(HttpMethod.Get).WithHeader("Host", "evil.example"));
        Assert.Throws<ArgumentException>(() => new BackendCall(HttpMethod.Get) { ContentType = "a\nb" });
    }

    [Fact]
    public void Only_headers_of_the_list_come_back()
    {
        var rig = new ProxyRig(new FakeBackend(_ =>
        {
            var response = FakeBackend.Reply(200, "{}");
            response.Headers.TryAddWithoutValidation("ETag", "\"1\"");
            response.Headers.TryAddWithoutValidation("Set-Cookie", "a=b");
            response.Headers.TryAddWithoutValidation("Server", "Legacy/1.0 (secret)");
            response.Headers.TryAddWithoutValidation("X-Powered-By", "secret");
            response.Headers.TryAddWithoutValidation("Vary", "Accept");
            response.Headers.TryAddWithoutValidation("Connection", "Vary");
            response.Content.Headers.TryAddWithoutValidation("Last-Modified", "Thu, 26 Nov 2026 08:00:00 GMT");
            return response;
        }));

        var reply = rig.Ask(ApiEvents.HttpApi("GET", "/legacy/a"));

        Assert.Equal(["content-type", "ETag", "Last-Modified"], reply.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
    }
}
