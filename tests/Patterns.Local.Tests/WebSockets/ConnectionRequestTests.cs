using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Tests.WebSockets;

public sealed class ConnectionRequestTests
{
    [Fact]
    public async Task A_post_reaches_the_client_in_the_order_of_posts()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await api.ManageAsync("POST", api.NewestId(), $"{i}")).StatusCode);
        }

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal($"{i}", await client.ReceiveAsync());
        }
    }

    [Fact]
    public async Task A_message_of_128_KB_is_sent_and_a_longer_one_refused()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        var whole = await api.ManageAsync("POST", api.NewestId(), new string('é', 64 * 1024));
        var longer = await api.ManageAsync("POST", api.NewestId(), new string('x', (128 * 1024) + 1));

        Assert.Equal(200, whole.StatusCode);
        Assert.Equal(64 * 1024, (await client.ReceiveAsync()).Length);
        AssertError(longer, 413, "PayloadTooLargeException");
    }

    [Fact]
    public async Task A_message_that_is_no_UTF_8_is_refused()
    {
        var api = new SocketHarness();
        await api.ConnectAsync();

        AssertError(await api.ManageAsync("POST", api.NewestId(), [0xC3, 0x28]), 400, "BadRequestException");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Who_is_gone_is_gone(string method)
    {
        var api = new SocketHarness();
        await (await api.ConnectAsync()).CloseAsync();

        AssertError(await api.ManageAsync(method, api.NewestId(), "x"), 410, "GoneException");
        AssertError(await api.ManageAsync(method, "never-was", "x"), 410, "GoneException");
    }

    [Fact]
    public async Task A_get_describes_the_connection()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync(request => request.Headers.UserAgent = "test \"1\"");
        api.Clock.Advance(TimeSpan.FromSeconds(5));
        await api.ManageAsync("POST", api.NewestId(), "x");
        await client.ReceiveAsync();

        var response = await api.ManageAsync("GET", api.NewestId());

        Assert.Equal(
            """{"connectedAt":"2026-01-02T03:04:05.000Z","identity":{"sourceIp":"127.0.0.1","userAgent":"test \u00221\u0022"},"lastActiveAt":"2026-01-02T03:04:10.000Z"}""",
            SocketHarness.BodyOf(response));
    }

    [Fact]
    public async Task A_delete_disconnects()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync();

        var response = await api.ManageAsync("DELETE", api.NewestId());

        Assert.Equal(204, response.StatusCode);
        Assert.Equal("close 1000 Connection Closed Normally", await client.LeaveAsync());
        Assert.Single(api.Invoker.EventsOf("$disconnect"));
    }

    [Fact]
    public async Task Another_method_is_forbidden()
    {
        var api = new SocketHarness();
        await api.ConnectAsync();

        AssertError(await api.ManageAsync("PUT", api.NewestId(), "x"), 403, "ForbiddenException");
    }

    [Fact]
    public async Task Posts_to_a_client_that_does_not_read_are_refused_once_many_wait()
    {
        var api = new SocketHarness();
        var client = await api.ConnectAsync(pauseAt: 16);
        var posts = Enumerable.Range(0, 101).Select(_ => api.ManageAsync("POST", api.NewestId(), new string('x', 64))).ToList();

        var refused = await await Task.WhenAny(posts);

        AssertError(refused, 429, "LimitExceededException");
        for (var i = 0; i < 100; i++)
        {
            await client.ReceiveAsync();
        }

        Assert.Equal(100, (await Task.WhenAll(posts)).Count(post => post.StatusCode == 200));
    }

    private static void AssertError(HttpResponse response, int status, string code) =>
        Assert.Equal((status, code), (response.StatusCode, response.Headers["x-amzn-ErrorType"].ToString()));
}
