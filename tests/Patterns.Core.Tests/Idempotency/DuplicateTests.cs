using Patterns.Idempotency;

namespace Patterns.Core.Tests.Idempotency;

public sealed class DuplicateTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task A_message_that_is_twice_in_a_batch_is_handled_once()
    {
        var handler = _bench.Handler(IdempotencyBench.EnlistEffect);

        var reply = await _bench.RunAsync(handler, "a", "b", "a", "a");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(["a", "b"], handler.Handled);
        Assert.Equal(1, _bench.Effects("a"));
    }

    [Fact]
    public async Task Its_copies_fail_when_it_fails()
    {
        var handler = _bench.Handler((order, _) => order.Id == "a" ? throw new InvalidOperationException() : ValueTask.CompletedTask);

        var reply = await _bench.RunAsync(handler, "a", "b", "a");

        Assert.Equal(["0", "2"], reply.FailedIds());
        Assert.Equal(["b"], handler.Handled);
    }

    [Fact]
    public async Task Its_copies_fail_when_its_completion_fails()
    {
        var handler = _bench.Handler((order, context) =>
        {
            if (order.Id == "a")
            {
                context.Enlist(new Patterns.Tables.TableDelete(new("x", "x")) { Condition = Patterns.Tables.TableCondition.ItemExists });
            }

            return ValueTask.CompletedTask;
        });

        Assert.Equal(["0", "2"], (await _bench.RunAsync(handler, "a", "b", "a")).FailedIds());
    }

    [Fact]
    public async Task A_copy_with_another_payload_is_a_mismatch()
    {
        var handler = _bench.Handler(diverts: true);

        var reply = await handler.RunAsync(
            Events.Sqs(OrderHandler.Body("a"), IdempotencyBench.Body("a", 7), OrderHandler.Body("a")),
            _bench.Context());

        Assert.Empty(reply.FailedIds());
        Assert.Single(handler.Handled);
        Assert.Single(_bench.Letters.Received);
    }

    [Fact]
    public async Task Copies_wait_while_the_first_one_runs()
    {
        var finish = new TaskCompletionSource();
        var handler = _bench.Handler((_, _) => new ValueTask(finish.Task));

        var run = _bench.RunAsync(handler, "a", "a");
        finish.SetResult();

        Assert.Empty((await run).FailedIds());
        Assert.Single(handler.Handled);
    }

    [Fact]
    public async Task Copies_in_two_groups_do_not_wait_for_one_that_has_not_started()
    {
        // One worker: the group that is taken first has the copy behind the other group's in the batch.
        var handler = _bench.Handler(parallelism: 1);
        var batch = IdempotencyBench.Fifo(
            ("g", OrderHandler.Body("1")), ("h", OrderHandler.Body("2")), ("h", OrderHandler.Body("a")), ("g", OrderHandler.Body("a")));

        Assert.Empty((await handler.RunAsync(batch, _bench.Context())).FailedIds());
        Assert.Equal(["1", "a", "2"], handler.Handled);
    }

    [Fact]
    public async Task A_copy_runs_when_the_first_ones_group_is_blocked()
    {
        var handler = _bench.Handler((order, _) => order.Id == "bad" ? throw new InvalidOperationException() : ValueTask.CompletedTask, parallelism: 1);
        var batch = IdempotencyBench.Fifo(("g", OrderHandler.Body("bad")), ("g", OrderHandler.Body("a")), ("h", OrderHandler.Body("a")));

        Assert.Equal(["0", "1"], (await handler.RunAsync(batch, _bench.Context())).FailedIds());
        Assert.Equal("done", _bench.StatusOf("a"));
    }
}
