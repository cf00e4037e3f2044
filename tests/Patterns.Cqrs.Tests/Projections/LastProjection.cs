using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>One row for all accounts, which a withdrawal removes.</summary>
internal sealed class LastProjection(ITable table)
    : Projection<AccountEvent, AccountView>(new ViewStore<AccountView>(table, "last", AccountViewJson.Default.AccountView))
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<AccountEvent> change) => [new("last")];

    protected override AccountView? Apply(AccountView? row, StoredEvent<AccountEvent> change, ViewKey key) =>
        change.Event is AccountEvent.Withdrawn ? null : new(AmountOf.Event(change.Event), change.Version);
}
