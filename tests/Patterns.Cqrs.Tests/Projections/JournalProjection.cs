using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>A row for each movement, and one for each account that has money: it goes when the money goes.</summary>
internal sealed class JournalProjection(ITable table, int version = 1) : Projection<AccountEvent, AccountView>(ViewsUnderTest.Journal(table), version)
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<AccountEvent> change) =>
        [new("rich", change.AggregateId), new($"of-{change.AggregateId}", $"{change.Version:D6}")];

    protected override AccountView? Apply(AccountView? row, StoredEvent<AccountEvent> change, ViewKey key)
    {
        var balance = (row?.Balance ?? 0) + (AmountOf.Event(change.Event) * Version);
        return key.Partition == "rich" && balance == 0 ? null : new(balance, change.Version);
    }
}
