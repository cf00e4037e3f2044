using Patterns.Tables;

namespace Patterns.FanOut.Tests;

public sealed class OutboxSweeperHandlerTests
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task What_left_the_stream_after_a_day_is_published_all_the_same()
    {
        await _shop.PlaceAsync("a", "w", messages: 2);
        await _shop.PlaceAsync("b", "w");
        _shop.ExpireStream();

        Assert.Equal(3, await _shop.SweepAsync());

        _shop.AssertDeliveredIfAndOnlyIfCommitted();
    }

    [Fact]
    public async Task Young_rows_are_left_to_the_relay()
    {
        await _shop.PlaceAsync("a", "w");
        _shop.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await _shop.SweepAsync());

        _shop.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await _shop.SweepAsync());
    }

    [Fact]
    public async Task A_young_row_goes_with_an_old_one_when_it_comes_before_it()
    {
        await _shop.Outbox().CommitAsync([], [Shop.Message("second", "a", sequence: 2)], default);
        _shop.Time.Advance(TimeSpan.FromMinutes(5));
        await _shop.Outbox().CommitAsync([], [Shop.Message("first", "a", sequence: 1), Shop.Message("other", "b")], default);
        await _shop.Outbox().CommitAsync([], [Shop.Message("third", "a", sequence: 3)], default);

        await _shop.SweepAsync();

        Assert.Equal(["first", "second"], _shop.Billing.Received.Select(envelope => envelope.Id));
    }

    [Fact]
    public async Task A_run_ends_when_it_has_published_enough_and_the_next_one_goes_on()
    {
        for (var n = 0; n < 100; n++)
        {
            await _shop.PlaceAsync($"order-{n}", "w");
        }

        _shop.Time.Advance(TimeSpan.FromMinutes(5));
        var options = new OutboxSweeperOptions { MaxMessages = 20 };
        var published = await _shop.SweepAsync(options: options);

        Assert.InRange(published, 20, 40);
        while (published < 100)
        {
            published += await _shop.SweepAsync(options: options);
        }

        Assert.Equal(100, _shop.Billing.Received.Count);
    }

    [Fact]
    public async Task An_aggregate_that_fails_does_not_keep_others_from_being_published()
    {
        await _shop.PlaceAsync("a", "w");
        await _shop.PlaceAsync("b", "w");
        _shop.Time.Advance(TimeSpan.FromMinutes(5));
        _shop.Billing.Refuse = envelope => envelope.Key == "a" ? new SendFailure(envelope, "InternalError", "down", IsRetryable: true) : null;

        Assert.Equal(1, await _shop.SweepAsync());

        Assert.Equal(["b-001-0-w"], _shop.Billing.Received.Select(envelope => envelope.Id));
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_fails_the_run()
    {
        var sweeper = new Sweeper(new Outbox(new BrokenTable()), _shop.Relaying());

        await Assert.ThrowsAsync<TableException>(() => sweeper.FunctionHandler(Events.Schedule(_shop.Time.GetUtcNow()), new FakeLambdaContext()));
    }

    [Fact]
    public async Task A_failure_is_told_also_when_time_runs_out_afterwards()
    {
        var shop = new Shop { Buckets = 1 };
        await shop.PlaceAsync("a", "w");
        await shop.PlaceAsync("b", "w");
        shop.Time.Advance(TimeSpan.FromMinutes(5));
        var options = new OutboxRelayOptions { Routes = [new FanOutRoute<Envelope>(shop.Billing)], MaxParallelism = 1, Time = shop.Time };
        var sweeper = new Sweeper(shop.Outbox(new BrokenRemovalThenDeadline(shop.Time)), options);

        var run = sweeper.FunctionHandler(Stream.Null, new FakeLambdaContext(TimeSpan.FromSeconds(10), shop.Time));

        var failure = Assert.Single((await Assert.ThrowsAsync<AggregateException>(() => run)).InnerExceptions);
        Assert.Equal("broken", Assert.IsType<TableException>(failure).Message);
        Assert.Equal(["a"], shop.Billing.Received.Select(envelope => envelope.Key));
    }

    [Fact]
    public void Options_have_their_defaults()
    {
        var options = new OutboxSweeperOptions();

        Assert.Equal((TimeSpan.FromMinutes(5), 10_000), (options.MinAge, options.MaxMessages));
    }

    [Fact]
    public void Options_out_of_range_are_listed()
    {
        var options = new OutboxSweeperOptions { MinAge = TimeSpan.FromSeconds(-1), MaxMessages = 0 };

        var exception = Assert.Throws<OptionsException>(() => new Sweeper(_shop.Outbox(), _shop.Relaying(), options));

        Assert.Equal("OutboxSweeperOptions: MinAge must not be negative, but is -00:00:01. MaxMessages must be at least 1, but is 0.", exception.Message);
    }

    /// <summary>Fails the first removal of a row, and lets the time run out before the query that follows.</summary>
    private sealed class BrokenRemovalThenDeadline(FakeTimeProvider time) : IStepGate
    {
        private bool _hasFailed;

        public ValueTask StepAsync(string name)
        {
            if (name == "before: write many" && !_hasFailed)
            {
                _hasFailed = true;
                throw new TableException("broken", isRetryable: true);
            }

            time.Advance(TimeSpan.FromSeconds(_hasFailed && name == "before: query" ? 9 : 0));
            return default;
        }
    }

    private sealed class Sweeper(Outbox outbox, OutboxRelayOptions relay, OutboxSweeperOptions? options = null) : OutboxSweeperHandler(outbox, relay, options);
}
