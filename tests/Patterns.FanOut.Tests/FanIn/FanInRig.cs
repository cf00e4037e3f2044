using System.Text.Json;
using Patterns.FanIn;
using Patterns.Tables;

namespace Patterns.FanOut.Tests.FanIn;

/// <summary>A table, destinations and a clock, and handlers that work on them, each like a process of its own.</summary>
internal sealed class FanInRig
{
    public static readonly OutboundOptions Once = new() { MaxAttempts = 1 };

    public FanInRig() => Table = new InMemoryTable("quotes", Time);

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Table { get; }

    public InMemoryDestination Results { get; } = new("results");

    public InMemoryDestination Late { get; } = new("late");

    public FanInTimers Timers { get; init; }

    public Func<Quote, int?>? Expected { get; init; } = quote => quote.Of;

    public Func<FanInAggregate<Quote>, bool>? IsComplete { get; init; }

    public Func<FanInAggregate<Quote>, Offer>? Combine { get; set; }

    public FanInOrder Order { get; init; }

    public bool HasLatePlace { get; init; } = true;

    public IReadOnlyList<Offer> Offers => [.. Results.Received.Select(Read)];

    public IReadOnlyList<string> LateIds => [.. Late.Received.Select(envelope => envelope.Id)];

    public static Offer Read(Envelope envelope) => JsonSerializer.Deserialize(envelope.Body.Span, QuoteJson.Default.Offer)!;

    public static SqsRecord Message(Quote quote, string? id = null) =>
        new(JsonSerializer.Serialize(quote, QuoteJson.Default.Quote)) { MessageId = id ?? $"{quote.Request}-{quote.Supplier}" };

    public FanInStore Store(IStepGate? gate = null) => new(gate is null ? Table : new SteppedTable(Table, gate), new FanInStoreOptions
    {
        Name = "quotes",
        Timeout = TimeSpan.FromMinutes(10),
        Retention = TimeSpan.FromDays(Timers == FanInTimers.Expiry ? 3 : 1),
        Timers = Timers,
        TimerShards = 2,
        Time = Time,
    });

    public CollectQuotes Process(IStepGate? gate = null, RecordHandlerOptions? options = null) => new(
        new FanInOptions<Quote>
        {
            Store = Store(gate),
            Results = gate is null ? Results : new SteppedDestination(Results, gate),
            LateParts = HasLatePlace ? gate is null ? Late : new SteppedDestination(Late, gate) : null,
            Correlation = quote => quote.Request!,
            PartId = quote => quote.Supplier!,
            Expected = Expected,
            Opening = quote => quote.Opens is { } expected ? new FanInOpening { Expected = expected } : null,
            IsComplete = IsComplete,
            Order = Order,
            Outbound = Once,
        },
        Combine,
        options);

    /// <summary>Delivers one batch; the ids that the queue keeps.</summary>
    public Task<IReadOnlyList<string>> DeliverAsync(params SqsRecord[] records) => DeliverAsync(Process(), records);

    public static async Task<IReadOnlyList<string>> DeliverAsync(CollectQuotes process, params SqsRecord[] records) =>
        (await process.FunctionHandler(Events.Sqs(records), new FakeLambdaContext())).FailedIds();

    public async Task DeliverEachAsync(params Quote[] quotes)
    {
        foreach (var quote in quotes)
        {
            Assert.Empty(await DeliverAsync(Message(quote)));
        }
    }

    public Task SweepAsync(IStepGate? gate = null) => Process(gate).SweepHandler(Events.Schedule(Time.GetUtcNow()), new FakeLambdaContext());

    /// <summary>Sweeps when everything that can become due is due.</summary>
    public async Task SweepAtTheEndAsync()
    {
        Time.Advance(TimeSpan.FromMinutes(21));
        await SweepAsync();
    }

    /// <summary>Lets all that expires go, long after the last write; the items that are left.</summary>
    public IReadOnlyList<TableItem> Orphans()
    {
        Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(21));
        Table.RemoveExpired();
        return Table.Items;
    }

    public IReadOnlyList<TableItem> TimerItems() => [.. Table.Items.Where(item => item.Key.Partition.StartsWith("quotes/timer/", StringComparison.Ordinal))];
}
