using System.Text.Json;
using Patterns.Cqrs.Tests.Aggregates;
using Patterns.Idempotency;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>A bank, and routers of processes that take its commands.</summary>
internal sealed class Desk
{
    public Bank Bank { get; } = new() { SnapshotEvery = 3 };

    public TimeSpan? MaxAge { get; init; }

    public InProgressPolicy InProgress { get; init; }

    public CommandRouter Router(IStepGate? gate = null)
    {
        var table = gate is null ? (ITable)Bank.Table : new SteppedTable(Bank.Table, gate);
        return Router(table, new MoveMoneyHandler(Bank, table));
    }

    /// <summary>A router whose commands expect versions and name those that they led to.</summary>
    public CommandRouter Naming() => Router(Bank.Table, new NamingHandler(Bank, Bank.Table));

    public CommandRouter Router(ITable table, CommandHandler<MoveMoney, long> handler) => new CommandRouter(table, new()
    {
        Idempotency = new() { Scope = "desk", InProgress = InProgress, Retention = TimeSpan.FromDays(30) },
        MaxAge = MaxAge,
        RetryDelay = TimeSpan.Zero,
        Time = Bank.Time,
    }).With("money.move", 2, CommandTestJson.Default.MoveMoney, CommandTestJson.Default.Int64, handler);

    public static CommandRequest Request(string key, string account, params long[] amounts) => new()
    {
        Name = "money.move",
        Version = 2,
        Key = key,
        Actor = "ann",
        Arguments = JsonSerializer.SerializeToElement(new MoveMoney(account, amounts), CommandTestJson.Default.MoveMoney),
    };

    public async Task<List<CommandJournalEntry>> JournalAsync() =>
        await Router().Journal.ReadAsync(DateOnly.FromDateTime(Bank.Time.GetUtcNow().UtcDateTime), default).ToListAsync();
}
