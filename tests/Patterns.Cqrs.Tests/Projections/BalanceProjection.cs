using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>A row for each account. Another version counts in another unit.</summary>
internal sealed class BalanceProjection(ITable table, int version = 1) : Projection<AccountEvent, AccountView>(ViewsUnderTest.Balances(table), version)
{
    /// <summary>Fails for these events, as code with a mistake does.</summary>
    public Func<StoredEvent<AccountEvent>, bool> IsBroken { get; init; } = static _ => false;

    protected override AccountView? Apply(AccountView? row, StoredEvent<AccountEvent> change, ViewKey key) => IsBroken(change)
        ? throw new InvalidOperationException("This projection has a mistake.")
        : new((row?.Balance ?? 0) + (AmountOf.Event(change.Event) * Version), (row?.Changes ?? 0) + 1);
}
