using System.Text;
using System.Text.Json;
using Patterns.Tables;

namespace Patterns.FanOut.Tests;

/// <summary>Orders with an outbox, its stream, two receivers, and everything that outlives a process.</summary>
internal sealed class Shop
{
    private readonly List<TableRecord> _stream = [];
    private int _checkpoint;

    public Shop() => Table = new InMemoryTable("orders", Time);

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Table { get; }

    public InMemoryDestination Billing { get; init; } = new("billing");

    public InMemoryDestination Shipping { get; init; } = new("shipping");

    public InMemoryDestination Failures { get; } = new("failures");

    public int Buckets { get; init; } = 2;

    public int MaxAttempts { get; init; } = 10;

    public IReadOnlyList<InMemoryDestination> Receivers => [Billing, Shipping];

    /// <summary>Whether the relay has handled all new rows that the stream tells of.</summary>
    public bool IsStreamRead => Read(() => _stream.Skip(_checkpoint).All(record => record.EventName != "INSERT"));

    public Outbox Outbox(IStepGate? gate = null) => new(On(gate), new OutboxOptions { Buckets = Buckets, Time = Time });

    public OutboxRelayOptions Relaying(IStepGate? gate = null) => new()
    {
        Routes = [new FanOutRoute<Envelope>(To(Billing, gate)), new FanOutRoute<Envelope>(To(Shipping, gate))],
        Outbound = new OutboundOptions { MaxAttempts = 2, FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero, Time = Time },
        FailureDestination = To(Failures, gate),
        MaxAttempts = MaxAttempts,
        Time = Time,
    };

    /// <summary>Places the next version of an order, as a client that reads it first; whether it did.</summary>
    public async Task<bool> PlaceAsync(string order, string writer, int messages = 1, string? token = null, IStepGate? gate = null)
    {
        var key = new TableKey(order, "state");
        var before = await On(gate).GetAsync(key, default);
        var version = before?["version"]?.GetInt64() ?? 0;
        var ids = Enumerable.Range(0, messages).Select(index => $"{order}-{version + 1:D3}-{index}-{writer}").ToArray();
        var state = new TableUpdate(key) { Condition = before is null ? TableCondition.ItemMissing : TableCondition.Equal("version", version) }
            .Set("version", version + 1)
            .AddToSet("committed", ids);
        var result = await Outbox(gate).CommitAsync([state], [.. ids.Select(id => Message(id, order, version + 1))], token, default);
        return result.Committed;
    }

    public static OutboxMessage Message(string id, string order, long? sequence = null) =>
        new(new Envelope { Id = id, Key = order, Type = "order.placed", Body = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}""") }) { Sequence = sequence };

    /// <summary>Gives the relay what the stream has after the checkpoint, and moves the checkpoint as a mapping does.</summary>
    public async Task RelayAsync(IStepGate? gate = null, int most = int.MaxValue, bool fromTheBeginning = false)
    {
        var (records, from) = Take(most, fromTheBeginning);
        if (records.Length == 0)
        {
            return;
        }

        var reply = await new Relay(Outbox(gate), Relaying(gate)).FunctionHandler(Events.DynamoDb(records), new FakeLambdaContext(time: Time));
        await (gate?.StepAsync("reply") ?? default);
        var failed = reply.FailedIds();
        Advance(from + (failed.Count == 0 ? records.Length : Array.FindIndex(records, record => record.SequenceNumber == failed[0])));
    }

    public async Task<int> SweepAsync(IStepGate? gate = null, OutboxSweeperOptions? options = null)
    {
        var reply = await new Sweeper(Outbox(gate), Relaying(gate), options).FunctionHandler(Stream.Null, new FakeLambdaContext(time: Time));
        await (gate?.StepAsync("reply") ?? default);
        using var summary = JsonDocument.Parse(reply);
        return summary.RootElement.GetProperty("published").GetInt32();
    }

    /// <summary>A day passes in which nobody reads the stream.</summary>
    public void ExpireStream()
    {
        Time.Advance(TimeSpan.FromHours(24));
        lock (_stream)
        {
            _stream.AddRange(Table.TakeChanges());
            _checkpoint = _stream.Count;
        }
    }

    /// <summary>Runs relay and sweeper until nothing waits any more.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; Waiting.Any(); round++)
        {
            Assert.True(round < 50, $"{Waiting.Count()} rows still wait.");
            await RelayAsync();
            Time.Advance(TimeSpan.FromHours(1));
            await SweepAsync();
        }
    }

    /// <summary>The rows that are not published yet.</summary>
    public IEnumerable<TableItem> Waiting => Table.Items.Where(item => item["outboxState"]?.GetString() == "pending");

    public IEnumerable<string> Orders => Table.Items.Where(item => item.Key.Sort == "state").Select(item => item.Key.Partition);

    /// <summary>The ids of all committed messages of an order, in their order.</summary>
    public IReadOnlyList<string> Committed(string order) =>
        [.. Table.Items.Single(item => item.Key == new TableKey(order, "state"))["committed"]!.GetStringSet().Order(StringComparer.Ordinal)];

    /// <summary>What a receiver got of an order, each message where its first copy came.</summary>
    public static IEnumerable<string> FirstCopies(InMemoryDestination receiver, string order) =>
        receiver.Received.Where(envelope => envelope.Key == order).Select(envelope => envelope.Id).Distinct();

    /// <summary>Every receiver has every committed message and no other, the first copies in the order of the commits, and nothing is left.</summary>
    public void AssertDeliveredIfAndOnlyIfCommitted()
    {
        Assert.All(Table.Items, item => Assert.True(item.Key.Sort is "state" or "token", $"{item.Key} is left."));
        foreach (var receiver in Receivers)
        {
            Assert.All(receiver.Received, envelope => Assert.Contains(envelope.Key, Orders));
            Assert.All(Orders, order => Assert.Equal(Committed(order), FirstCopies(receiver, order)));
        }
    }

    private ITable On(IStepGate? gate) => gate is null ? Table : new SteppedTable(Table, gate);

    private static IDestination To(InMemoryDestination destination, IStepGate? gate) => gate is null ? destination : new SteppedDestination(destination, gate);

    private T Read<T>(Func<T> read)
    {
        lock (_stream)
        {
            _stream.AddRange(Table.TakeChanges());
            return read();
        }
    }

    private (TableRecord[] Records, int From) Take(int most, bool fromTheBeginning) => Read(() =>
    {
        var from = fromTheBeginning ? 0 : _checkpoint;
        return (_stream.Skip(from).Take(most).ToArray(), from);
    });

    private void Advance(int position) => Read(() => _checkpoint = Math.Max(_checkpoint, position));

    private sealed class Relay(Outbox outbox, OutboxRelayOptions options) : OutboxRelayHandler(outbox, options);

    private sealed class Sweeper(Outbox outbox, OutboxRelayOptions relay, OutboxSweeperOptions? options) : OutboxSweeperHandler(outbox, relay, options);
}
