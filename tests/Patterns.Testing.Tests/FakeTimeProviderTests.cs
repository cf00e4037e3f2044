namespace Patterns.Testing.Tests;

public sealed class FakeTimeProviderTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_and_see_them_on_the_clock()
    {
        var start = _time.GetUtcNow();
        var fired = new List<string>();
        using var late = _time.CreateTimer(_ => fired.Add($"late at {(_time.GetUtcNow() - start).TotalSeconds}"), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var early = _time.CreateTimer(_ => fired.Add($"early at {(_time.GetUtcNow() - start).TotalSeconds}"), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["early at 2", "late at 5"], fired);
        Assert.Equal(start.AddSeconds(10), _time.GetUtcNow());
    }

    [Fact]
    public void A_periodic_timer_fires_for_every_period_that_passes()
    {
        var count = 0;
        using var timer = _time.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(3, count);
    }

    [Fact]
    public void A_disposed_timer_does_not_fire()
    {
        var count = 0;
        _time.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, count);
    }

    [Fact]
    public async Task Delays_and_cancellations_run_on_the_clock()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(3), _time);
        var delay = Task.Delay(TimeSpan.FromSeconds(2), _time);

        _time.Advance(TimeSpan.FromSeconds(2));
        await delay;
        Assert.False(cancellation.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(cancellation.IsCancellationRequested);
    }

    [Fact]
    public void Waiting_timers_can_be_seen()
    {
        using var timer = _time.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan);

        Assert.Equal([_time.GetUtcNow().AddSeconds(7)], _time.Timers);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.Empty(_time.Timers);
    }

    [Fact]
    public void The_clock_does_not_go_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _time.Advance(TimeSpan.FromSeconds(-1)));

    [Fact]
    public void A_contexts_remaining_time_runs_down_on_the_clock()
    {
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(10), _time);

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), context.RemainingTime);
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.Zero, context.RemainingTime);
    }
}
