using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Which generations of a view there are.</summary>
/// <param name="Live">The one that is read; 0 while there is none.</param>
/// <param name="Building">The one that is made beside it; 0 for none.</param>
/// <param name="Retired">No generation up to this one is ever built again, since parts of it may be deleted.</param>
/// <param name="Run">Which walk over all aggregates makes it: what another one has done does not count; empty for none.</param>
/// <param name="Misses">How often a change came, or was to come, into the live one and not into the one that is made.</param>
/// <param name="AggregateType">What the view is made of; empty while there is nothing.</param>
internal sealed record ViewControl(int Live, int Building, int Retired, string Run, long Misses, string AggregateType)
{
    private const int MostMissed = 50;

    /// <summary>Stands for all aggregates, where there are too many to be named; no aggregate has an id like it, which is longer than any.</summary>
    private static readonly string All = new('*', 1025);

    public static ViewControl None { get; } = new(0, 0, 0, "", 0, "");

    /// <summary>The aggregates whose changes were missed.</summary>
    public IReadOnlyCollection<string> Missed { get; init; } = [];

    /// <summary>Whether there are too many of them to be named.</summary>
    public bool HasMissedAll => Missed.Contains(All);

    public static ViewControl Read(TableItem? item) => item is null ? None : new(
        (int)ItemReading.Number(item, ViewItemNames.Live),
        (int)ItemReading.Number(item, ViewItemNames.Building),
        (int)ItemReading.Number(item, ViewItemNames.Retired),
        item[ViewItemNames.Run]?.GetString() ?? "",
        ItemReading.Number(item, ViewItemNames.Misses),
        ItemReading.Text(item, ItemNames.AggregateType))
    {
        Missed = item[ViewItemNames.Missed]?.GetStringSet() ?? (IReadOnlyCollection<string>)[],
    };

    /// <summary>Whether changes are to come into the generation.</summary>
    public bool IsKept(int generation) => generation == Live || generation == Building;

    /// <summary>The same with another walk, which begins now.</summary>
    public ViewControl WithRun(int building) => this with { Building = building, Run = building == 0 ? "" : Guid.NewGuid().ToString("N"), Misses = 0, Missed = [] };

    /// <summary>The same with one more miss.</summary>
    public ViewControl WithMissed(string aggregateId) => this with
    {
        Misses = Misses + 1,
        Missed = HasMissedAll || (Missed.Count == MostMissed && !Missed.Contains(aggregateId)) ? [All] : [.. Missed.Append(aggregateId).Distinct()],
    };

    public TableItem ToItem(TableKey key, string view)
    {
        KeyValuePair<string, TableValue>[] missed = Missed.Count == 0 ? [] : [new(ViewItemNames.Missed, TableValue.SetOf(Missed))];
        return new TableItem(key, missed)
        {
            [ItemNames.Kind] = ViewItemNames.ControlKind,
            [ViewItemNames.View] = view,
            [ViewItemNames.Live] = Live,
            [ViewItemNames.Building] = Building,
            [ViewItemNames.Retired] = Retired,
            [ViewItemNames.Run] = Run,
            [ViewItemNames.Misses] = Misses,
            [ItemNames.AggregateType] = AggregateType,
        };
    }

    /// <summary>That the item is still this one.</summary>
    public TableCondition IsUnchanged => this == None
        ? TableCondition.ItemMissing
        : TableCondition.Equal(ViewItemNames.Live, Live)
            & TableCondition.Equal(ViewItemNames.Building, Building)
            & TableCondition.Equal(ViewItemNames.Retired, Retired)
            & TableCondition.Equal(ViewItemNames.Run, Run)
            & TableCondition.Equal(ViewItemNames.Misses, Misses);
}
