using Patterns.Cqrs;

namespace Cqrs.Functions;

/// <summary>How many open policies each line of business has, and what they bring. Policies come into a row in any order: sums do not mind.</summary>
public sealed class LineProjection(ViewStore<LineRow> view, int version) : Projection<PolicyEvent, LineRow>(view, version)
{
    protected override IEnumerable<ViewKey> KeysOf(StoredEvent<PolicyEvent> change) => [new(Views.AllLines, change.Event.Line)];

    protected override LineRow? Apply(LineRow? row, StoredEvent<PolicyEvent> change, ViewKey key)
    {
        var before = row ?? new LineRow(key.Sort, 0, 0);
        return change.Event switch
        {
            PolicyEvent.Opened opened => before with { Policies = before.Policies + 1, Premium = before.Premium + opened.Premium },
            PolicyEvent.PremiumChanged changed => before with { Premium = before.Premium + changed.Premium - changed.Before },
            PolicyEvent.Cancelled cancelled => before with { Policies = before.Policies - 1, Premium = before.Premium - cancelled.Premium },
            _ => before,
        };
    }
}
