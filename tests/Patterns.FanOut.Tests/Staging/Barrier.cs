using Patterns.Tables;

namespace Patterns.FanOut.Tests;

/// <summary>A coordinator with its state, two receivers, and everything that outlives a process.</summary>
internal sealed class Barrier
{
    private static readonly TableKey State = new("order#1", "state");

    public FakeTimeProvider Time { get; } = new();

    public InMemoryTable Coordinator { get; } = new("coordinator");

    public InMemoryTable Billing { get; } = new("billing");

    public InMemoryTable Stock { get; } = new("stock");

    public Func<IReadOnlyList<Envelope>, bool> StockAccepts { get; set; } = _ => true;

    public bool IsOrderPlaced => Coordinator.Items.Any(item => item.Key == State);

    public static IReadOnlyList<Envelope> Messages { get; } = [Shop.Message("m-1", "order#1").Envelope, Shop.Message("m-2", "order#1").Envelope];

    /// <summary>The coordinator's process, whose steps and whose calls of the receivers go through the gate.</summary>
    public StagedFanOut Process(IStepGate? gate = null) => new(
        On(Coordinator, gate),
        [Receiver("billing", Billing, gate), Receiver("stock", Stock, gate, messages => StockAccepts(messages))],
        new StagedFanOutOptions { Time = Time });

    public Task<StagingResult> SendAsync(IStepGate? gate = null, string transaction = "t-1") =>
        Process(gate).SendAsync(transaction, Messages, default, [new TablePut(new TableItem(State)) { Condition = TableCondition.ItemMissing }]);

    /// <summary>What a receiver shows.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(InMemoryTable table)
    {
        var shown = new List<string>();
        await foreach (var message in Receiver(table.Name, table, gate: null).ReadAsync(default))
        {
            shown.Add(message.Id);
        }

        return shown;
    }

    /// <summary>Both receivers show all messages, or neither any, as the state says; whether it is committed.</summary>
    public async Task<bool> AssertAllOrNoneAsync()
    {
        string[] expected = IsOrderPlaced ? ["m-1", "m-2"] : [];
        Assert.Equal(expected, await ShownAsync(Billing));
        Assert.Equal(expected, await ShownAsync(Stock));
        return IsOrderPlaced;
    }

    public TableStagingReceiver Receiver(string name, InMemoryTable table, IStepGate? gate, Func<IReadOnlyList<Envelope>, bool>? accepts = null) =>
        new(name, On(table, gate), new TableStagingReceiverOptions { Accepts = accepts ?? (_ => true), Time = Time });

    private static ITable On(InMemoryTable table, IStepGate? gate) => gate is null ? table : new SteppedTable(table, gate);
}
