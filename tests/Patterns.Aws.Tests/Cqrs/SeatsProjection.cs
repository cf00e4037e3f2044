using Patterns.Cqrs;

namespace Patterns.Aws.Tests.Cqrs;

/// <summary>How many seats all halls have sold, and rows for each booking.</summary>
internal sealed class SeatsProjection(ViewStore<Booking> view, int version = 1, int rows = 1) : Projection<Booking, Booking>(view, version)
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<Booking> change) =>
        [new("all"), .. Enumerable.Range(1, rows).Select(row => new ViewKey(change.AggregateId, $"{change.Version:D4}-{row}"))];

    protected override Booking? Apply(Booking? row, StoredEvent<Booking> change, ViewKey key) =>
        key.Partition == "all" ? new Booking("all", (row?.Seats ?? 0) + (change.Event.Seats * Version)) : change.Event;
}
