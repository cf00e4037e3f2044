using Patterns.Proxy;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>A proxy over real connections to a server that does not keep to HTTP.</summary>
public sealed class RawBackendTests
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Type: text/xml\r\n\r\n<x>")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -5\r\nContent-Type: text/xml\r\n\r\n<x>")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/xml\r\n\r\nzz\r\n<x>")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nContent-Type: text/xml\r\n\r\n3\r\n<x>\r\n")]
    [InlineData("HTTP/1.1 999999 OK\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    public async Task An_answer_that_is_no_HTTP_or_ends_too_early_is_502_after_one_call(string answer)
    {
        await using var backend = new RawBackend(_ => (answer, true));

        var reply = await PostAsync(NewProxy(backend));

        Assert.Equal((502, "unknown"), (reply.Status, reply.Problem("outcome")));
        Assert.Equal(1, backend.Requests);
    }

    [Fact]
    public async Task A_connection_that_ends_while_it_is_used_again_is_not_reason_for_a_second_call()
    {
        await using var backend = new RawBackend(number => number == 2
            ? ("", true)
            : ($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {ProxyRig.Quote.Length}\r\n\r\n{ProxyRig.Quote}", false));
        var proxy = NewProxy(backend);

        Assert.Equal(200, (await PostAsync(proxy)).Status);
        var second = await PostAsync(proxy);

        Assert.Equal((502, "unknown"), (second.Status, second.Problem("outcome")));
        Assert.Equal(2, backend.Requests);
    }

    [Fact]
    public async Task A_backend_that_is_not_there_is_502_and_nothing_was_done()
    {
        var backend = new RawBackend(_ => ("", true));
        await backend.DisposeAsync();

        var reply = await PostAsync(NewProxy(backend));

        Assert.Equal((502, "unreachable", "none"), (reply.Status, reply.Type, reply.Problem("outcome")));
    }

    [Fact]
    public async Task A_backend_whose_host_is_gone_is_502_and_nothing_was_done()
    {
        using var transport = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            },
        };

        var reply = await PostAsync(new QuoteProxy(new ApiProxyOptions { Backend = new Uri("http://old.example/"), Transport = transport }));

        Assert.Equal((502, "unreachable", "none"), (reply.Status, reply.Type, reply.Problem("outcome")));
    }

    private static QuoteProxy NewProxy(RawBackend backend) => new(new ApiProxyOptions { Backend = backend.Address });

    private static async Task<FakeReply> PostAsync(QuoteProxy proxy) =>
        ApiEvents.Reply(await proxy.FunctionHandler(ProxyRig.PostEvent(), new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System)));
}
