using FsCheck;
using FsCheck.Fluent;
using Patterns.Http;
using Patterns.Proxy;

namespace Patterns.ApiProxy.Tests.Proxy;

/// <summary>How long a proxy takes, and how often it calls.</summary>
public sealed class TimeAndAttemptsTests
{
    [Fact]
    public void A_call_that_must_not_be_repeated_is_made_once_however_it_fails()
    {
        foreach (var backend in new[]
        {
            new FakeBackend(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was reset.")),
            new FakeBackend(_ => FakeBackend.Reply(503)),
            FakeBackend.Stalled(),
        })
        {
            var reply = new ProxyRig(backend).Post();

            Assert.True(reply.Status is 502 or 503 or 504);
            Assert.Equal("unknown", reply.Problem("outcome"));
            Assert.Single(backend.Calls);
        }
    }

    [Fact]
    public void A_backend_that_stalls_and_does_not_listen_is_504_before_the_API_gives_up()
    {
        var (reply, took) = new ProxyRig(FakeBackend.Stalled()).AskTimed(ProxyRig.PostEvent());

        Assert.Equal((504, "out-of-time"), (reply.Status, reply.Type));
        Assert.Equal(TimeSpan.FromSeconds(29.5), took);
    }

    [Fact]
    public void A_body_that_stalls_is_504_as_well()
    {
        var rig = new ProxyRig(new FakeBackend(_ =>
        {
            var response = ProxyRig.Soap();
            response.Content = new StreamContent(new StalledStream());
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
            return response;
        }));

        Assert.Equal(504, rig.Post().Status);
    }

    [Fact]
    public void A_REST_API_waits_a_second_less()
    {
        var rig = new ProxyRig(FakeBackend.Stalled());

        Assert.Equal(TimeSpan.FromSeconds(28.5), rig.AskTimed(ApiEvents.RestApi("POST", "/legacy/a", [1], "text/plain")).Took);
    }

    [Fact]
    public void What_a_function_needed_to_start_is_gone_and_so_is_what_it_does_not_have()
    {
        var rig = new ProxyRig(FakeBackend.Stalled());

        Assert.Equal(TimeSpan.FromSeconds(25.5), rig.AskTimed(ApiEvents.HttpApi("POST", "/legacy/a", receivedAt: rig.Time.GetUtcNow().AddSeconds(-4))).Took);
        Assert.Equal(TimeSpan.FromSeconds(29.5), rig.AskTimed(ApiEvents.HttpApi("POST", "/legacy/a", receivedAt: rig.Time.GetUtcNow().AddSeconds(4))).Took);
        Assert.Equal(TimeSpan.FromSeconds(29.5), rig.AskTimed(ApiEvents.HttpApi("POST", "/legacy/a", receivedAt: rig.Time.GetUtcNow().AddHours(-4))).Took);
        Assert.Equal(TimeSpan.FromSeconds(2.5), rig.AskTimed(ApiEvents.HttpApi("POST", "/legacy/a"), TimeSpan.FromSeconds(3)).Took);
    }

    [Fact]
    public void Without_time_no_call_is_made()
    {
        var rig = new ProxyRig(new FakeBackend(_ => ProxyRig.Soap()));

        var reply = rig.Ask(ProxyRig.PostEvent(), TimeSpan.FromMilliseconds(400));

        Assert.Equal((504, "none"), (reply.Status, reply.Problem("outcome")));
        Assert.Empty(rig.Backend.Calls);
    }

    [Fact]
    public void A_read_is_repeated_until_it_has_an_answer()
    {
        var rig = new ProxyRig(new FakeBackend(number => number switch
        {
            1 => FakeBackend.Reply(503),
            2 => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
            _ => ProxyRig.Soap(),
        }));

        Assert.Equal(200, rig.Get().Status);
        Assert.Equal(3, rig.Backend.Calls.Count);
    }

    [Fact]
    public void A_read_has_as_many_attempts_as_the_options_say_and_then_its_last_failure()
    {
        var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(504)));

        Assert.Equal((504, null), (rig.Get().Status, rig.Get().Problem("outcome")));
        Assert.Equal(6, rig.Backend.Calls.Count);
    }

    [Fact]
    public void Failures_that_would_come_again_are_not_repeated()
    {
        foreach (var status in new[] { 400, 404, 500 })
        {
            var rig = new ProxyRig(new FakeBackend(_ => FakeBackend.Reply(status)));

            rig.Get();

            Assert.Single(rig.Backend.Calls);
        }
    }

    [Fact]
    public void An_attempt_that_stalls_leaves_time_for_the_next()
    {
        var rig = new ProxyRig(new FakeBackend((number, token) => number < 3
            ? new TaskCompletionSource<HttpResponseMessage>().Task
            : Task.FromResult(ProxyRig.Soap())));

        var (reply, took) = rig.AskTimed(ApiEvents.HttpApi("GET", "/quotes"));

        Assert.Equal(200, reply.Status);
        Assert.InRange(took, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.7));
    }

    [Fact]
    public void A_backend_that_asks_for_a_pause_gets_it_if_there_is_time()
    {
        foreach (var (seconds, calls, status) in new[] { (2, 2, 200), (60, 1, 503) })
        {
            var rig = new ProxyRig(new FakeBackend(number =>
            {
                var response = number == 1 ? FakeBackend.Reply(429) : ProxyRig.Soap();
                response.Headers.TryAddWithoutValidation("Retry-After", $"{seconds}");
                return response;
            }));

            var (reply, took) = rig.AskTimed(ApiEvents.HttpApi("GET", "/quotes"));

            Assert.Equal((status, calls), (reply.Status, rig.Backend.Calls.Count));
            Assert.Equal(TimeSpan.FromSeconds(calls == 2 ? 2 : 0), took);
        }
    }

    [Fact]
    public void A_slow_read_is_sent_once_more_and_the_first_answer_counts()
    {
        var time = new FakeTimeProvider();
        var rig = new ProxyRig(
            new FakeBackend((number, token) => FakeBackend.After(time, TimeSpan.FromSeconds(number == 1 ? 4 : 0.1), () => ProxyRig.Soap(), token)),
            time,
            hedging: TimeSpan.FromMilliseconds(300));

        var (reply, took) = rig.AskTimed(ApiEvents.HttpApi("GET", "/quotes"));

        Assert.Equal((200, 2, TimeSpan.FromMilliseconds(400)), (reply.Status, rig.Backend.Calls.Count, took));
    }

    [Fact]
    public void What_writes_is_never_sent_beside_itself()
    {
        var time = new FakeTimeProvider();
        var rig = new ProxyRig(
            new FakeBackend((_, token) => FakeBackend.After(time, TimeSpan.FromSeconds(4), () => FakeBackend.Reply(200), token)),
            time,
            hedging: TimeSpan.FromMilliseconds(300));

        foreach (var method in new[] { "POST", "PATCH", "PUT", "DELETE" })
        {
            Assert.Equal(200, rig.Ask(ApiEvents.HttpApi(method, "/legacy/a")).Status);
        }

        Assert.Equal(4, rig.Backend.Calls.Count);
    }

    [Fact]
    public void Whatever_the_backend_does_there_is_one_reply_in_time_and_not_a_call_too_many()
    {
        var behaviour = from latency in Gen.Frequency((6, Gen.Choose(0, 3_000)), (1, Gen.Choose(3_000, 60_000)))
                        from status in Gen.Elements(200, 200, 404, 429, 500, 503, 0, -1)
                        from listens in Gen.Elements(true, false)
                        select (latency, status, listens);
        var cases = from behaviours in behaviour.ArrayOf(4)
                    from method in Gen.Elements("GET", "POST", "PUT")
                    from timeout in Gen.Choose(100, 40_000)
                    from hedging in Gen.Elements(0, 50, 1_000)
                    select (behaviours, method, timeout, hedging);

        Prop.ForAll(cases.ToArbitrary(), run =>
        {
            var time = new FakeTimeProvider();
            var backend = new FakeBackend((number, token) => BehaveAsync(time, run.behaviours[(number - 1) % 4], token));
            var rig = new ProxyRig(backend, time, hedging: run.hedging > 0 ? TimeSpan.FromMilliseconds(run.hedging) : null);

            var (reply, took) = rig.AskTimed(ApiEvents.HttpApi(run.method, "/legacy/a"), TimeSpan.FromMilliseconds(run.timeout));

            var budget = TimeSpan.FromMilliseconds(Math.Max(0, Math.Min(run.timeout, 30_000) - 500));
            Assert.InRange(took, TimeSpan.Zero, budget + TimeSpan.FromMilliseconds(10));
            Assert.True(reply.Status is 200 or 404 or 502 or 503 or 504, $"{reply.Status}");
            Assert.InRange(backend.Calls.Count, budget > TimeSpan.Zero ? 1 : 0, budget > TimeSpan.Zero ? run.method == "POST" ? 1 : 3 : 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(17, 17).WithQuietOnSuccess(true));
    }

    private static async Task<HttpResponseMessage> BehaveAsync(FakeTimeProvider time, (int Latency, int Status, bool Listens) behaviour, CancellationToken token)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(behaviour.Latency), time, behaviour.Listens ? token : default).ConfigureAwait(false);
        return behaviour.Status switch
        {
            0 => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset"),
            -1 => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            var status => FakeBackend.Reply(status),
        };
    }

    private sealed class StalledStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(new TaskCompletionSource<int>().Task);
    }
}
