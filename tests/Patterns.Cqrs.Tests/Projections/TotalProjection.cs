using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>One row for all accounts together.</summary>
internal sealed class TotalProjection(ITable table, int version = 1) : Projection<AccountEvent, AccountView>(ViewsUnderTest.Totals(table), version)
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<AccountEvent> change) => [new("all")];

    protected override AccountView? Apply(AccountView? row, StoredEvent<AccountEvent> change, ViewKey key) =>
        new((row?.Balance ?? 0) + (AmountOf.Event(change.Event) * Version), (row?.Changes ?? 0) + 1);
}
