using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

public sealed class EnlistTests
{
    private readonly IdempotencyBench _bench = new();

    [Fact]
    public async Task An_enlisted_write_takes_effect_with_the_completion()
    {
        await _bench.RunAsync(_bench.Handler(IdempotencyBench.EnlistEffect), "a", "b");
        await _bench.RunAsync(_bench.Handler(IdempotencyBench.EnlistEffect), "b", "a");

        Assert.Equal(1, _bench.Effects("a"));
        Assert.Equal(1, _bench.Effects("b"));
    }

    [Fact]
    public async Task What_a_failed_handler_enlisted_does_not_happen()
    {
        var handler = _bench.Handler(async (order, context) =>
        {
            await IdempotencyBench.EnlistEffect(order, context);
            throw new InvalidOperationException();
        });

        await _bench.RunAsync(handler, "a");

        Assert.Empty(_bench.Store.Items);
    }

    [Fact]
    public async Task A_refused_write_fails_its_own_message_with_what_was_found()
    {
        await _bench.Store.PutAsync(new TableItem(IdempotencyBench.EffectOf("b")) { ["count"] = 5 }, CancellationToken.None);
        var handler = _bench.Handler((order, context) =>
        {
            context.Enlist(new TablePut(new TableItem(IdempotencyBench.EffectOf(order.Id)) { ["count"] = 1 }) { Condition = TableCondition.ItemMissing });
            return ValueTask.CompletedTask;
        });
        var batch = new Records.ListBatch(SourceKind.Sqs, [.. "abc".Select(id => OrderHandler.Body($"{id}"))]);

        var outcome = await handler.HandleBatchAsync(batch, _bench.Context());

        var failure = Assert.Single(outcome.Failures);
        var refused = Assert.IsType<EnlistedWriteRefusedException>(failure.Exception);
        Assert.Equal(("1", "b", IdempotencyBench.EffectOf("b")), (failure.Id, refused.Key, refused.Write.Key));
        Assert.Equal(5, refused.Item!["count"]!.GetInt64());
        Assert.Equal((1, 5, 1), (_bench.Effects("a"), _bench.Effects("b"), _bench.Effects("c")));
        Assert.Equal(("done", null, "done"), (_bench.StatusOf("a"), _bench.StatusOf("b"), _bench.StatusOf("c")));
        Assert.Equal(3, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task A_refused_write_sends_back_the_rest_of_its_group_and_undoes_what_that_enlisted()
    {
        var handler = _bench.Handler((order, context) =>
        {
            context.Enlist(new TableUpdate(IdempotencyBench.EffectOf(order.Id)) { Condition = order.Id == "b" ? TableCondition.ItemExists : null }.Add("count", 1));
            return ValueTask.CompletedTask;
        });
        var batch = IdempotencyBench.Fifo(
            ("g", OrderHandler.Body("a")), ("g", OrderHandler.Body("b")), ("h", OrderHandler.Body("x")), ("g", OrderHandler.Body("c")));

        var reply = await handler.RunAsync(batch, _bench.Context());

        Assert.Equal(["1", "3"], reply.FailedIds());
        Assert.Equal((1, 0, 0, 1), (_bench.Effects("a"), _bench.Effects("b"), _bench.Effects("c"), _bench.Effects("x")));
        Assert.Equal(("done", null, null), (_bench.StatusOf("a"), _bench.StatusOf("b"), _bench.StatusOf("c")));
    }

    [Fact]
    public async Task Messages_that_write_the_same_item_complete_one_after_the_other_in_their_order()
    {
        var total = new TableKey("total", "total");
        var handler = _bench.Handler((order, context) =>
        {
            context.Enlist(new TableUpdate(total).Set("last", order.Id).Add("count", order.Quantity));
            return ValueTask.CompletedTask;
        });

        var reply = await _bench.RunAsync(handler, "a", "b", "c");

        Assert.Empty(reply.FailedIds());
        var item = await _bench.Store.GetAsync(total, CancellationToken.None);
        Assert.Equal((3, "c"), (item!["count"]!.GetInt64(), item["last"]!.GetString()));
        Assert.Equal(4, _bench.Table.Calls.Count);
    }

    [Fact]
    public async Task More_writes_than_a_transaction_takes_go_into_several()
    {
        var handler = _bench.Handler((order, context) =>
        {
            for (var n = 0; n < 30; n++)
            {
                context.Enlist(new TableUpdate(IdempotencyBench.EffectOf($"{order.Id}{n}")).Add("count", 1));
            }

            return ValueTask.CompletedTask;
        });

        var reply = await _bench.RunAsync(handler, "a", "b", "c", "d", "e");

        Assert.Empty(reply.FailedIds());
        Assert.Equal(3, _bench.Table.Calls.Count);
        Assert.All(_bench.Store.Items.Where(item => item.Key.Sort == "effect"), item => Assert.Equal(1, item["count"]!.GetInt64()));
        Assert.Equal(155, _bench.Store.Items.Count);
    }

    [Fact]
    public async Task A_write_that_no_table_can_do_fails_its_own_message()
    {
        var handler = _bench.Handler((order, context) =>
        {
            context.Enlist(new TablePut(new TableItem(IdempotencyBench.EffectOf(order.Id)) { ["count"] = 1, ["text"] = new string('x', order.Id == "b" ? 500_000 : 1) }));
            return ValueTask.CompletedTask;
        });

        var reply = await _bench.RunAsync(handler, "a", "b", "c");

        Assert.Equal(["1"], reply.FailedIds());
        Assert.Equal((1, 0, 1), (_bench.Effects("a"), _bench.Effects("b"), _bench.Effects("c")));
        Assert.Null(_bench.StatusOf("b"));
    }

    [Fact]
    public async Task A_write_of_the_keys_own_item_fails_the_message()
    {
        var handler = _bench.Handler((_, context) =>
        {
            context.Enlist(new TableDelete(new("idempotency#function#a", "key")));
            return ValueTask.CompletedTask;
        });

        Assert.Equal(["0"], (await _bench.RunAsync(handler, "a")).FailedIds());
    }

    [Fact]
    public async Task A_write_of_another_table_of_the_same_store_is_possible()
    {
        var other = new InMemoryTable("orders", _bench.Time);
        var handler = _bench.Handler(
            (order, context) =>
            {
                context.Enlist(new TableUpdate(IdempotencyBench.EffectOf(order.Id)) { Table = other }.Add("count", 1));
                return ValueTask.CompletedTask;
            },
            table: _bench.Store);

        Assert.Empty((await _bench.RunAsync(handler, "a", "b")).FailedIds());
        Assert.Equal(2, other.Items.Count);
    }

    [Fact]
    public async Task The_same_item_is_enlisted_once()
    {
        Exception? failure = null;
        var handler = _bench.Handler((order, context) =>
        {
            context.Enlist(new TableDelete(IdempotencyBench.EffectOf(order.Id)));
            failure = Record.Exception(() => context.Enlist(new TableDelete(IdempotencyBench.EffectOf(order.Id))));
            return ValueTask.CompletedTask;
        });

        await _bench.RunAsync(handler, "a");

        Assert.Equal(
            "A write of effect#a / effect is enlisted already; a transaction writes an item once. (Parameter 'write')",
            Assert.IsType<ArgumentException>(failure).Message);
    }

    [Fact]
    public async Task A_hundredth_write_is_refused()
    {
        Exception? failure = null;
        var handler = _bench.Handler((_, context) =>
        {
            failure = Record.Exception(() =>
            {
                for (var n = 0; n < 100; n++)
                {
                    context.Enlist(new TableDelete(new($"{n}", "x")));
                }
            });
            return ValueTask.CompletedTask;
        });

        await _bench.RunAsync(handler, "a");

        Assert.Equal("Idempotency key 'a' has 99 writes enlisted; a transaction takes no more.", Assert.IsType<InvalidOperationException>(failure).Message);
    }

    [Fact]
    public async Task Nothing_is_enlisted_without_idempotency_or_after_the_handler()
    {
        RecordContext? kept = null;
        var plain = new OrderHandler((_, context) =>
        {
            context.Enlist(new TableDelete(new("a", "b")));
            return ValueTask.CompletedTask;
        });
        var keeping = _bench.Handler((_, context) =>
        {
            kept = context;
            return ValueTask.CompletedTask;
        });

        Assert.Equal(["0"], (await plain.RunAsync(IdempotencyBench.Batch("a"))).FailedIds());
        await _bench.RunAsync(keeping, "a");
        Assert.Throws<InvalidOperationException>(() => kept!.Enlist(new TableDelete(new("a", "b"))));
    }
}
