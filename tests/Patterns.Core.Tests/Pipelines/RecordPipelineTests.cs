using Polly;
using Polly.Retry;

namespace Patterns.Core.Tests.Pipelines;

public sealed class RecordPipelineTests
{
    [Fact]
    public async Task Behaviours_run_in_the_order_in_which_they_are_added()
    {
        var calls = new List<string>();
        var handler = new OrderHandler(
            (_, _) =>
            {
                calls.Add("handler");
                return ValueTask.CompletedTask;
            },
            pipeline: pipeline => pipeline.Use("outer", Around("outer", calls)).Use("inner", Around("inner", calls)));

        await handler.RunAsync(Events.Sqs(OrderHandler.Body("a")));

        Assert.Equal(["outer in", "inner in", "handler", "inner out", "outer out"], calls);
    }

    [Fact]
    public void A_handler_describes_its_pipeline()
    {
        var handler = new OrderHandler(pipeline: pipeline => pipeline.UseTimeout(TimeSpan.FromSeconds(5)).UseResilience(ResiliencePipeline.Empty));

        Assert.Equal("timeout 0:00:05 -> resilience -> OrderHandler", handler.ToString());
    }

    [Fact]
    public async Task A_resilience_pipeline_retries_one_record_and_not_its_neighbours()
    {
        var tries = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var retry = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.Zero }).Build();
        var handler = new OrderHandler(
            (order, _) =>
            {
                tries.Enqueue(order.Id);
                return order.Id == "b" && tries.Count(id => id == "b") < 3 ? throw new InvalidOperationException() : ValueTask.CompletedTask;
            },
            pipeline: pipeline => pipeline.UseResilience(retry));

        var reply = await handler.RunAsync(Events.Sqs(OrderHandler.Body("a"), OrderHandler.Body("b")));

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "b", "b", "b"], tries.Order());
    }

    [Fact]
    public async Task A_record_that_takes_longer_than_its_timeout_fails_alone()
    {
        var time = new FakeTimeProvider();
        var started = new TaskCompletionSource();
        var handler = new OrderHandler(
            async (order, context) =>
            {
                if (order.Id == "slow")
                {
                    started.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
                }
            },
            new RecordHandlerOptions { Time = time },
            pipeline => pipeline.UseTimeout(TimeSpan.FromSeconds(2), time));

        var run = handler.HandleBatchAsync(
            new Records.ListBatch(SourceKind.Sqs, OrderHandler.Body("slow"), OrderHandler.Body("b")),
            new FakeLambdaContext(TimeSpan.FromSeconds(30), time));
        await started.Task;
        time.Advance(TimeSpan.FromSeconds(2));
        var outcome = await run;

        var failure = Assert.Single(outcome.Failures);
        Assert.Equal("0", failure.Id);
        Assert.Equal("The record was not handled within 00:00:02.", Assert.IsType<TimeoutException>(failure.Exception).Message);
    }

    private static Func<RecordStep<Order>, RecordStep<Order>> Around(string name, List<string> calls) => next => async (order, context) =>
    {
        calls.Add(name + " in");
        await next(order, context);
        calls.Add(name + " out");
    };
}
