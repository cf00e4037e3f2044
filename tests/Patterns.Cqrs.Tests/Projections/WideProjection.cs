using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Many rows for each change; with less than none, one twice.</summary>
internal sealed class WideProjection(ITable table, int rows)
    : Projection<AccountEvent, AccountView>(new ViewStore<AccountView>(table, "wide", AccountViewJson.Default.AccountView))
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<AccountEvent> change) => rows < 0
        ? [new("x"), new("x")]
        : Enumerable.Range(0, rows).Select(row => new ViewKey(change.AggregateId, $"{change.Version}-{row}"));

    protected override AccountView? Apply(AccountView? row, StoredEvent<AccountEvent> change, ViewKey key) => new(1, 1);
}
