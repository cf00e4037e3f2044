using Patterns.Http;
using Patterns.Proxy;
using Patterns.Tables;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>Requests with an Idempotency-Key.</summary>
public sealed class IdempotencyKeyTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly InMemoryTable _table;

    public IdempotencyKeyTests() => _table = new InMemoryTable(time: _time);

    [Fact]
    public void All_requests_of_a_key_get_the_same_reply_of_one_call()
    {
        var rig = Rig(new FakeBackend(number => number == 1 ? ProxyRig.Soap() : throw new InvalidOperationException()));

        var replies = Enumerable.Range(0, 3).Select(_ => rig.Post("k-1")).ToArray();

        Assert.Single(rig.Backend.Calls);
        Assert.All(replies, reply => Assert.Equal((200, """{"price":12.50}"""), (reply.Status, reply.Body)));
        Assert.Equal([false, true, true], replies.Select(reply => reply.Headers.ContainsKey("idempotency-replayed")));
    }

    [Fact]
    public void Another_key_another_caller_and_no_key_are_other_requests()
    {
        var rig = Rig(new FakeBackend(_ => ProxyRig.Soap()));

        rig.Post("k-1", principal: "ann");
        rig.Post("k-1", principal: "bob");
        rig.Post("k-1");
        rig.Post("k-2", principal: "ann");
        rig.Post(principal: "ann");
        rig.Post(principal: "ann");

        Assert.Equal(6, rig.Backend.Calls.Count);
    }

    [Fact]
    public void A_key_with_another_request_is_422()
    {
        var rig = Rig(new FakeBackend(_ => ProxyRig.Soap()));

        rig.Post("k-1");
        var reply = rig.Post("k-1", """{"symbol":"OTHER"}""");

        Assert.Equal((422, "key-reused"), (reply.Status, reply.Type));
        Assert.Single(rig.Backend.Calls);
    }

    [Fact]
    public void A_key_whose_request_runs_is_waited_for()
    {
        var rig = Rig(new FakeBackend((_, token) => FakeBackend.After(_time, TimeSpan.FromSeconds(3), () => ProxyRig.Soap(), token)));

        var (replies, _) = VirtualTime.Run(_time, () => Task.WhenAll(rig.StartAsync(ProxyRig.PostEvent("k-1")), rig.StartAsync(ProxyRig.PostEvent("k-1"))));

        Assert.All(replies.Select(ApiEvents.Reply), reply => Assert.Equal(200, reply.Status));
        Assert.Single(rig.Backend.Calls);
    }

    [Fact]
    public void A_request_whose_outcome_is_unknown_is_not_made_again()
    {
        var rig = Rig(FakeBackend.Stalled());

        var first = rig.Post("k-1");
        var second = rig.Post("k-1");

        Assert.Equal((504, 504, first.Body, "unknown"), (first.Status, second.Status, second.Body, second.Problem("outcome")));
        Assert.Single(rig.Backend.Calls);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(-1)]
    public void A_request_that_was_not_done_is_made_when_it_comes_again(int status)
    {
        var rig = Rig(new FakeBackend(number => number > 1
            ? ProxyRig.Soap()
            : status > 0 ? FakeBackend.Reply(status) : throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")));

        var first = rig.Post("k-1");

        Assert.Equal((status > 0 ? 503 : 502, "none"), (first.Status, first.Problem("outcome")));
        Assert.Equal(200, rig.Post("k-1").Status);
        Assert.Equal(200, rig.Post("k-1").Status);
        Assert.Equal(2, rig.Backend.Calls.Count);
    }

    [Fact]
    public void A_refusal_is_kept_as_well()
    {
        var rig = Rig(new FakeBackend(_ => ProxyRig.Fault("s:Client")));

        Assert.Equal((422, 422), (rig.Post("k-1").Status, rig.Post("k-1").Status));
        Assert.Single(rig.Backend.Calls);
    }

    [Fact]
    public void After_a_crash_nobody_knows_and_the_next_request_of_the_key_is_told_so()
    {
        var rig = Rig(FakeBackend.Stalled());
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        var claims = _table;
        _ = new ProxyRig(FakeBackend.Stalled(), new FakeTimeProvider(_time.GetUtcNow()), claims).StartAsync(ProxyRig.PostEvent("k-1"));
        SynchronizationContext.SetSynchronizationContext(outer);
        _time.Advance(TimeSpan.FromMinutes(2));

        var reply = rig.Post("k-1");

        Assert.Equal((409, "outcome-unknown"), (reply.Status, reply.Type));
        Assert.Empty(rig.Backend.Calls);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void After_a_crash_others_wait_until_the_lease_of_the_key_is_over(int lease)
    {
        // Its clock stands still: it died.
        var died = new ProxyRig(FakeBackend.Stalled(), new FakeTimeProvider(_time.GetUtcNow()), _table, keyLease: TimeSpan.FromSeconds(lease));
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _ = died.StartAsync(ProxyRig.PostEvent("k-1"));
        SynchronizationContext.SetSynchronizationContext(outer);
        _time.Advance(TimeSpan.FromSeconds(2));
        var rig = new ProxyRig(FakeBackend.Stalled(), _time, _table, keyLease: TimeSpan.FromSeconds(lease));

        var (reply, took) = rig.AskTimed(ProxyRig.PostEvent("k-1"));

        Assert.Equal((409, "outcome-unknown"), (reply.Status, reply.Type));
        Assert.InRange(took, TimeSpan.FromSeconds(lease - 2), TimeSpan.FromSeconds(lease - 1));
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void A_backend_that_takes_keys_is_asked_again()
    {
        var rig = new ProxyRig(new FakeBackend(number => number == 1 ? FakeBackend.Reply(503) : ProxyRig.Soap()), _time, _table, backendTakesKeys: true);

        Assert.Equal(200, rig.Post("k-1").Status);
        Assert.Equal(2, rig.Backend.Calls.Count);
        Assert.All(rig.Backend.Calls, call => Assert.Contains("Idempotency-Key: k-1", call.Headers));
    }

    [Fact]
    public void A_reply_that_is_too_large_to_be_kept_is_given_once()
    {
        var rig = Rig(new FakeBackend(_ => FakeBackend.Reply(200, new string('x', 300_000), "text/plain")), _ => new BackendCall(HttpMethod.Post, "a"));

        var (first, second) = (Ask(), Ask());

        Assert.Equal((200, 300_000), (first.Status, first.Body.Length));
        Assert.Equal((409, "reply-not-kept"), (second.Status, second.Type));
        Assert.Single(rig.Backend.Calls);

        FakeReply Ask() => rig.Ask(ApiEvents.HttpApi("POST", "/x", headers: new() { ["idempotency-key"] = "k" }));
    }

    [Fact]
    public void The_key_of_a_read_does_not_matter()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        Assert.Equal(200, rig.Ask(ApiEvents.HttpApi("GET", "/quotes", headers: new() { ["idempotency-key"] = "k" })).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ä")]
    [InlineData("a\tb")]
    public void A_key_that_is_none_is_refused(string key)
    {
        var rig = Rig(new FakeBackend(_ => ProxyRig.Soap()));

        Assert.Equal(400, rig.Post(key).Status);
        Assert.Equal(400, rig.Post(new string('k', 256)).Status);
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void Without_a_table_a_key_is_refused_since_its_sender_counts_on_it()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        Assert.Equal(400, rig.Post("k-1").Status);
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void A_table_that_does_not_work_before_the_call_is_503_and_after_it_does_not_matter()
    {
        var backend = new FakeBackend(_ => ProxyRig.Soap());
        var writes = 0;
        var before = new ProxyRig(backend, _time, new BrokenTable(_table, () => true)).Post("k-1");
        Assert.Equal((503, "unavailable", 0), (before.Status, before.Type, backend.Calls.Count));

        var after = new ProxyRig(backend, _time, new BrokenTable(_table, () => writes++ > 0)).Post("k-2");
        Assert.Equal((200, 1), (after.Status, backend.Calls.Count));
    }

    private ProxyRig Rig(FakeBackend backend, Func<ApiRequest, BackendCall?>? other = null) => new(backend, _time, _table, other: other);
}
