using Patterns.Connections;
using Patterns.Tables;
using Patterns.WebSocketPush;

namespace Patterns.ApiProxy.Tests.WebSocketPush;

public sealed class PushHubTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryConnections _connections;
    private readonly InMemoryTable _table;
    private readonly PushHub _hub;

    public PushHubTests()
    {
        _connections = new InMemoryConnections(time: _time);
        _table = new InMemoryTable("push", _time);
        _hub = new PushHub(_table, _connections, new PushOptions { Time = _time, MaxParallel = 2 });
    }

    [Fact]
    public async Task A_message_of_a_topic_has_its_number_and_reaches_those_who_are_subscribed()
    {
        var (first, second, other) = (await ConnectAsync("ann"), await ConnectAsync("ben"), await ConnectAsync("cleo"));
        await _hub.SubscribeAsync(first.Id, "news", default);
        await _hub.SubscribeAsync(second.Id, "news", default);

        var one = await _hub.PublishAsync("news", """{"a":1}"""u8.ToArray(), default);
        await _hub.UnsubscribeAsync(second.Id, "news", default);
        var two = await _hub.PublishAsync("news", "2"u8.ToArray(), default);

        Assert.Equal((1, new PushReport(2, 0, 0)), (one.Sequence, one.Report));
        Assert.Equal((2, new PushReport(1, 0, 0)), (two.Sequence, two.Report));
        Assert.Equal(["""{"topic":"news","sequence":1,"data":{"a":1}}""", """{"topic":"news","sequence":2,"data":2}"""], first.Received);
        Assert.Single(second.Received);
        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task A_user_is_reached_on_every_connection()
    {
        var (phone, laptop, other) = (await ConnectAsync("ann"), await ConnectAsync("ann"), await ConnectAsync("ben"));

        var report = await _hub.PushToUserAsync("ann", "hello"u8.ToArray(), default);

        Assert.Equal(new PushReport(2, 0, 0), report);
        Assert.Equal(["hello"], phone.Received);
        Assert.Equal(["hello"], laptop.Received);
        Assert.Empty(other.Received);
        Assert.Equal("ann", await _hub.UserOfAsync(phone.Id, default));
    }

    [Fact]
    public async Task Who_is_gone_is_forgotten_but_not_while_it_may_be_in_its_handshake()
    {
        var client = await ConnectAsync("ann");
        await _hub.SubscribeAsync(client.Id, "news", default);
        _connections.Drop(client.Id);

        Assert.Equal(1, (await _hub.PushToUserAsync("ann", "1"u8.ToArray(), default)).Gone);
        Assert.Equal("ann", await _hub.UserOfAsync(client.Id, default));

        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, (await _hub.PushToUserAsync("ann", "2"u8.ToArray(), default)).Gone);
        Assert.Null(await _hub.UserOfAsync(client.Id, default));
        Assert.Equal(new PushReport(0, 0, 0), (await _hub.PublishAsync("news", "3"u8.ToArray(), default)).Report);
    }

    [Fact]
    public async Task Who_disconnected_has_left_nothing_behind()
    {
        var client = await ConnectAsync("ann");
        await _hub.SubscribeAsync(client.Id, "news", default);

        await _hub.DisconnectAsync(client.Id, default);
        await _hub.DisconnectAsync(client.Id, default);

        Assert.False(await _hub.SubscribeAsync(client.Id, "news", default));
        Assert.Equal(new PushReport(0, 0, 0), await _hub.PushToUserAsync("ann", "x"u8.ToArray(), default));
        Assert.Equal(new PushReport(0, 0, 0), (await _hub.PublishAsync("news", "1"u8.ToArray(), default)).Report);
    }

    [Fact]
    public async Task Who_was_never_heard_of_again_expires()
    {
        var client = await ConnectAsync("ann");
        await _hub.SubscribeAsync(client.Id, "news", default);

        _time.Advance(new TimeSpan(2, 10, 1));

        Assert.Null(await _hub.UserOfAsync(client.Id, default));
        Assert.Equal(new PushReport(0, 0, 0), (await _hub.PublishAsync("news", "1"u8.ToArray(), default)).Report);
    }

    [Fact]
    public async Task A_slow_client_holds_no_other_and_is_given_up_after_its_time()
    {
        var slow = await ConnectAsync("slow");
        _connections.OnPush = async (id, token) =>
        {
            if (id == slow.Id)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _time, token);
            }

            return null;
        };
        await _hub.SubscribeAsync(slow.Id, "news", default);
        var others = new List<InMemoryConnection>();
        for (var i = 0; i < 20; i++)
        {
            others.Add(await ConnectAsync($"user-{i}"));
            await _hub.SubscribeAsync(others[^1].Id, "news", default);
        }

        var publishing = _hub.PublishAsync("news", "1"u8.ToArray(), default).AsTask();
        Assert.All(others, client => Assert.Single(client.Received));
        Assert.False(publishing.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(new PushReport(20, 0, 1), (await publishing).Report);
    }

    [Fact]
    public void A_throttled_push_is_tried_again_after_a_while()
    {
        var client = _connections.Connect();
        var tries = 0;
        _connections.OnPush = (_, _) => ValueTask.FromResult<PushOutcome?>(++tries < 3 ? PushOutcome.Throttled : null);

        var (report, took) = VirtualTime.Run(_time, () => _hub.PushAsync(client.Id, "x"u8.ToArray(), default).AsTask());

        Assert.Equal((new PushReport(1, 0, 0), 3), (report, tries));
        Assert.InRange(took, TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_resync_brings_what_was_missed_in_order()
    {
        var client = await ConnectAsync("ann");
        for (var i = 1; i <= 12; i++)
        {
            await _hub.PublishAsync("news", "0"u8.ToArray(), default);
        }

        Assert.Equal(new ResyncResult(ResyncState.UpToDate, 12), await _hub.ResyncAsync(client.Id, "news", 9, default));
        Assert.Equal(new ResyncResult(ResyncState.UpToDate, 12), await _hub.ResyncAsync(client.Id, "news", 12, default));
        Assert.Equal(new ResyncResult(ResyncState.Reload, 12), await _hub.ResyncAsync(client.Id, "news", 99, default));

        Assert.Equal(
            [
                """{"topic":"news","sequence":10,"data":0}""", """{"topic":"news","sequence":11,"data":0}""", """{"topic":"news","sequence":12,"data":0}""",
                """{"topic":"news","resync":"done","sequence":12}""", """{"topic":"news","resync":"done","sequence":12}""", """{"topic":"news","resync":"reload","sequence":12}""",
            ],
            client.Received);
    }

    [Fact]
    public async Task Who_is_too_far_behind_is_told_to_load_anew()
    {
        var hub = new PushHub(_table, _connections, new PushOptions { Time = _time, LogLength = 3 });
        var client = _connections.Connect();
        for (var i = 1; i <= 5; i++)
        {
            await hub.PublishAsync("news", "0"u8.ToArray(), default);
        }

        Assert.Equal(ResyncState.Reload, (await hub.ResyncAsync(client.Id, "news", 1, default)).State);
        Assert.Equal(ResyncState.UpToDate, (await hub.ResyncAsync(client.Id, "news", 2, default)).State);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ResyncState.Reload, (await hub.ResyncAsync(client.Id, "news", 2, default)).State);
    }

    [Fact]
    public async Task Publishers_at_the_same_time_get_numbers_without_gaps()
    {
        var publishing = Enumerable.Range(0, 20).Select(_ => Task.Run(() => new PushHub(_table, _connections).PublishAsync("news", "0"u8.ToArray(), default).AsTask()));

        var results = await Task.WhenAll(publishing);

        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), results.Select(result => result.Sequence).Order());
    }

    [Fact]
    public async Task What_clients_cannot_get_is_not_published()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _hub.PublishAsync("news", "{"u8.ToArray(), default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _hub.PublishAsync("news", System.Text.Encoding.UTF8.GetBytes($"\"{new string('x', 131_072)}\""), default));

        Assert.Equal(1, (await _hub.PublishAsync("news", "1"u8.ToArray(), default)).Sequence);
    }

    [Fact]
    public void Mistakes_in_options_are_listed()
    {
        var exception = Assert.Throws<OptionsException>(() => new PushHub(_table, _connections, new PushOptions { MaxParallel = 0, SendTimeout = TimeSpan.Zero }));

        Assert.Contains("MaxParallel must be at least 1, but is 0.", exception.Message);
        Assert.Contains("SendTimeout must be positive, but is 00:00:00.", exception.Message);
    }

    private async Task<InMemoryConnection> ConnectAsync(string user)
    {
        var connection = _connections.Connect();
        await _hub.ConnectAsync(connection.Id, user, default);
        return connection;
    }
}
