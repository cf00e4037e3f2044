using Patterns.Tables;
using Polly;
using Polly.Retry;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>Handlers that are tried again behind the idempotency.</summary>
public sealed class EnlistRetryTests
{
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { Delay = TimeSpan.Zero, MaxRetryAttempts = 2 })
        .Build();

    private readonly IdempotencyBench _bench = new();
    private int _attempts;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_attempt_may_enlist_what_a_failed_one_enlisted(bool usesPolly)
    {
        var handler = Handler(usesPolly, (_, context) =>
        {
            context.Enlist(Count("same"));
            return ++_attempts < 3 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        });

        Assert.Empty((await _bench.RunAsync(handler, "a")).FailedIds());
        Assert.Equal((3, 1), (_attempts, _bench.Effects("same")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_of_a_failed_attempt_is_written(bool usesPolly)
    {
        var handler = Handler(usesPolly, (_, context) =>
        {
            context.Enlist(Count($"{++_attempts}"));
            return _attempts < 2 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        });

        Assert.Empty((await _bench.RunAsync(handler, "a")).FailedIds());
        Assert.Equal((0, 1), (_bench.Effects("1"), _bench.Effects("2")));
    }

    [Fact]
    public async Task An_attempt_that_was_left_behind_adds_nothing_to_the_next_one()
    {
        var abandoned = new TaskCompletionSource();
        var goesOn = new TaskCompletionSource();
        var handler = Handler(pipeline => pipeline.Use("impatient", next => (message, context) =>
        {
            _ = LeaveAsync(next(message, context), abandoned);
            return next(message, context);
        }), async (_, context) =>
        {
            var attempt = ++_attempts;
            if (attempt == 1)
            {
                await goesOn.Task;
            }
            else
            {
                goesOn.SetResult();
                await abandoned.Task;
            }

            context.Enlist(Count($"{attempt}"));
        });

        Assert.Empty((await _bench.RunAsync(handler, "a")).FailedIds());
        Assert.Equal((0, 1), (_bench.Effects("1"), _bench.Effects("2")));
    }

    [Fact]
    public async Task What_a_behaviour_enlists_is_written_with_the_attempt_that_succeeds()
    {
        var handler = Handler(pipeline => pipeline.Use("audit", next => async (message, context) =>
        {
            context.Enlist(Count("before"));
            await next(message, context);
            context.Enlist(Count("after"));
        }).UseResilience(Retry), (_, context) =>
        {
            context.Enlist(Count("handler"));
            return ++_attempts < 2 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
        });

        Assert.Empty((await _bench.RunAsync(handler, "a")).FailedIds());
        Assert.Equal((1, 1, 1), (_bench.Effects("before"), _bench.Effects("handler"), _bench.Effects("after")));
    }

    private static TableUpdate Count(string id) => new TableUpdate(IdempotencyBench.EffectOf(id)).Add("count", 1);

    private static async Task LeaveAsync(ValueTask attempt, TaskCompletionSource ended)
    {
        await attempt;
        ended.SetResult();
    }

    private OrderHandler Handler(bool usesPolly, Func<Order, RecordContext, ValueTask> handle) =>
        Handler(pipeline => _ = usesPolly ? pipeline.UseResilience(Retry) : pipeline.Use("retry", RetryPlainly), handle);

    private OrderHandler Handler(Action<RecordPipeline<Order>> behind, Func<Order, RecordContext, ValueTask> handle) => new(
        handle,
        new RecordHandlerOptions { Time = _bench.Time },
        pipeline => behind(pipeline.UseIdempotency(_bench.Table, IdempotencyBench.ByOrder)));

    private static RecordStep<Order> RetryPlainly(RecordStep<Order> next) => async (message, context) =>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await next(message, context);
                return;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Once more.
            }
        }
    };
}
