namespace Patterns.Core.Tests.Records;

public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Nothing_is_started_in_the_reserve_and_what_did_not_run_is_reported()
    {
        var handler = Handler(
            (_, _) =>
            {
                _time.Advance(TimeSpan.FromSeconds(3));
                return ValueTask.CompletedTask;
            },
            parallelism: 1);

        var reply = await handler.RunAsync(Batch(5), new FakeLambdaContext(TimeSpan.FromSeconds(10), _time));

        Assert.Equal(["0", "1", "2"], handler.Handled);
        Assert.Equal(["3", "4"], reply.FailedIds());
    }

    [Fact]
    public async Task Running_handlers_are_cancelled_when_the_reserve_begins()
    {
        var started = new TaskCompletionSource();
        var handler = Handler(
            async (order, context) =>
            {
                started.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
            },
            parallelism: 1);

        var run = handler.RunAsync(Batch(3), new FakeLambdaContext(TimeSpan.FromSeconds(10), _time));
        await started.Task;
        await WaitForTimerAsync();
        _time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(["0", "1", "2"], (await run).FailedIds());
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_is_given_up_before_the_platform_ends_the_function()
    {
        var hang = new TaskCompletionSource();
        var last = new TaskCompletionSource();
        var handler = Handler(
            async (order, _) =>
            {
                if (order.Id == "2")
                {
                    last.SetResult();
                    await hang.Task;
                }
            },
            parallelism: 10);
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(10), _time);

        var run = handler.RunAsync(Batch(3), context);
        await last.Task;
        await WaitForTimerAsync();
        _time.Advance(TimeSpan.FromSeconds(9.5));
        var reply = await run;

        Assert.Equal(["2"], reply.FailedIds());
        Assert.Equal(TimeSpan.FromSeconds(0.5), context.RemainingTime);
        Assert.Contains(context.Log.Lines, line => line.EndsWith("[3, Sqs, 0, 1, 0]"));
        hang.SetResult();
    }

    [Fact]
    public async Task A_short_function_keeps_a_fifth_of_its_time_instead_of_the_whole_reserve()
    {
        var handler = Handler((_, context) =>
        {
            Assert.Equal(TimeSpan.FromSeconds(0.8), context.RemainingTime);
            return ValueTask.CompletedTask;
        });

        var reply = await handler.RunAsync(Batch(1), new FakeLambdaContext(TimeSpan.FromSeconds(1), _time));

        Assert.Empty(reply.FailedIds());
    }

    [Fact]
    public async Task An_invocation_without_time_starts_nothing()
    {
        var handler = Handler();

        var reply = await handler.RunAsync(Batch(2), new FakeLambdaContext(TimeSpan.Zero, _time));

        Assert.Empty(handler.Handled);
        Assert.Equal(["0", "1"], reply.FailedIds());
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_is_given_up_in_time()
    {
        using var block = new ManualResetEventSlim();
        var started = new TaskCompletionSource();
        var handler = Handler(
            (_, _) =>
            {
                started.SetResult();
                block.Wait();
                return ValueTask.CompletedTask;
            },
            parallelism: 1);

        var run = handler.RunAsync(Batch(1), new FakeLambdaContext(TimeSpan.FromSeconds(10), _time));
        await started.Task;
        await WaitForTimerAsync();
        _time.Advance(TimeSpan.FromSeconds(9.5));

        Assert.Equal(["0"], (await run).FailedIds());
        block.Set();
    }

    [Fact]
    public async Task Time_that_a_handler_takes_before_it_hangs_does_not_put_off_giving_it_up()
    {
        var hangs = new TaskCompletionSource();
        var handler = Handler(async (_, _) =>
        {
            SpinWait.SpinUntil(() => _time.Timers.Count > 0);
            _time.Advance(TimeSpan.FromSeconds(9.4));
            hangs.SetResult();
            await new TaskCompletionSource().Task;
        });
        var context = new FakeLambdaContext(TimeSpan.FromSeconds(10), _time);

        var run = handler.RunAsync(Batch(1), context);
        await hangs.Task;
        _time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(["0"], (await run).FailedIds());
    }

    [Fact]
    public async Task Records_that_were_never_started_are_counted_and_logged()
    {
        using var counted = new CountedFailures();
        var context = new FakeLambdaContext(TimeSpan.Zero, _time);

        await Handler().RunAsync(Batch(2), context);

        Assert.Equal(2, counted.Count);
        Assert.EndsWith("[2, Sqs, 2, 0, 0]", Assert.Single(context.Log.Lines));
    }

    /// <summary>The engine waits on the clock from then on.</summary>
    private async Task WaitForTimerAsync()
    {
        while (_time.Timers.Count == 0)
        {
            await Task.Yield();
        }
    }

    private static MemoryStream Batch(int count) => Events.Sqs([.. Enumerable.Range(0, count).Select(n => OrderHandler.Body($"{n}"))]);

    private OrderHandler Handler(Func<Order, RecordContext, ValueTask>? handle = null, int parallelism = 10) =>
        new(handle, new RecordHandlerOptions { Time = _time, MaxParallelism = parallelism, BlockingHandlers = true });
}
