using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>The policies of each holder.</summary>
public sealed class HolderProjection(ViewStore<PolicyRow> view, int version) : Projection<PolicyEvent, PolicyRow>(view, version)
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<PolicyEvent> change) => [new(change.Event.Holder, change.AggregateId)];

    protected override PolicyRow? Apply(PolicyRow? row, StoredEvent<PolicyEvent> change, ViewKey key)
    {
        var after = change.Event switch
        {
            PolicyEvent.Opened opened => new PolicyRow(change.AggregateId, opened.Line, opened.Premium, IsOpen: true, 0, change.At),
            PolicyEvent.PremiumChanged changed => row! with { Premium = changed.Premium },
            _ => row! with { IsOpen = false },
        };
        return after with { Version = change.Version, At = change.At };
    }
}
