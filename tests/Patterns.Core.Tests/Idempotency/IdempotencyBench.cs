using Patterns.Idempotency;
using Patterns.Tables;

namespace Patterns.Core.Tests.Idempotency;

/// <summary>A clock, a table, and handlers of orders whose key is the order's id.</summary>
internal sealed class IdempotencyBench
{
    public IdempotencyBench()
    {
        Store = new InMemoryTable("keys", Time);
        Table = new WatchedTable(Store);
    }

    public static IdempotencyOptions<Order> ByOrder { get; } = new() { KeyOf = (order, _) => order.Id };

    public static IdempotencyOptions<Order> ByOrderUncached { get; } = new() { KeyOf = (order, _) => order.Id, CacheSize = 0 };

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Store { get; }

    public WatchedTable Table { get; }

    public InMemoryDestination Letters { get; } = new();

    public static string Body(string id, int quantity) => $$"""{"id":"{{id}}","quantity":{{quantity}}}""";

    public static MemoryStream Batch(params IEnumerable<string> ids) => Events.Sqs([.. ids.Select(OrderHandler.Body)]);

    public static MemoryStream Fifo(params (string Group, string Body)[] orders) =>
        Events.SqsFifo([.. orders.Select((order, index) => new SqsRecord(order.Body) { MessageId = $"{index}", GroupId = order.Group })]);

    /// <summary>Counts up in the item of the order, in one transaction with its completion.</summary>
    public static ValueTask EnlistEffect(Order order, RecordContext context)
    {
        context.Enlist(new TableUpdate(EffectOf(order.Id)).Add("count", 1));
        return ValueTask.CompletedTask;
    }

    public static TableKey EffectOf(string id) => new("effect#" + id, "effect");

    public OrderHandler Handler(
        Func<Order, RecordContext, ValueTask>? handle = null,
        IdempotencyOptions<Order>? options = null,
        int parallelism = 10,
        ITable? table = null,
        bool diverts = false) => new(
            handle,
            new RecordHandlerOptions { Time = Time, MaxParallelism = parallelism, FailureDestination = diverts ? Letters : null },
            pipeline => pipeline.UseIdempotency(table ?? Table, options ?? ByOrder));

    public FakeLambdaContext Context(double seconds = 30) => new(TimeSpan.FromSeconds(seconds), Time);

    public Task<Stream> RunAsync(OrderHandler handler, params IEnumerable<string> ids) => handler.RunAsync(Batch(ids), Context());

    /// <summary>Handles orders as the engine does, for the failures themselves.</summary>
    public Task<BatchOutcome> HandleAsync(OrderHandler handler, params IEnumerable<string> ids) =>
        handler.HandleBatchAsync(new Records.ListBatch(SourceKind.Sqs, [.. ids.Select(OrderHandler.Body)]), Context());

    public int Effects(string id) =>
        (int)(Store.Items.SingleOrDefault(item => item.Key == EffectOf(id))?["count"]?.GetInt64() ?? 0);

    /// <summary>The item of an order's key; null when it is free.</summary>
    public TableItem? KeyItem(string id) => Store.Items.SingleOrDefault(item => item.Key == new TableKey("idempotency#function#" + id, "key"));

    public string? StatusOf(string id) => KeyItem(id)?["status"]?.GetString();

    /// <summary>Another process claims the order's key and dies.</summary>
    public async Task ClaimElsewhereAsync(string id)
    {
        var dies = Handler(
            (_, _) => ValueTask.CompletedTask,
            table: new SteppedTable(Store, new KillAtStep(2)));
        await RunAsync(dies, id);
        Assert.Equal("started", StatusOf(id));
    }
}
