using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Which generations of a view there are.</summary>
/// <param name="Live">The one that is read; 0 while there is none.</param>
/// <param name="Building">The one that is made beside it; 0 for none.</param>
/// <param name="Retired">No generation up to this one is ever built again, since parts of it may be deleted.</param>
/// <param name="IsMissed">Whether changes came into the live one and not into the one that is made: it has to be walked anew.</param>
/// <param name="AggregateType">What the view is made of; empty while there is nothing.</param>
internal sealed record ViewControl(int Live, int Building, int Retired, bool IsMissed, string AggregateType)
{
    public static ViewControl None { get; } = new(0, 0, 0, false, "");

    public static ViewControl Read(TableItem? item) => item is null ? None : new(
        (int)ItemReading.Number(item, ViewItemNames.Live),
        (int)ItemReading.Number(item, ViewItemNames.Building),
        (int)ItemReading.Number(item, ViewItemNames.Retired),
        item[ViewItemNames.IsMissed] == true,
        ItemReading.Text(item, ItemNames.AggregateType));

    /// <summary>Whether changes are to come into the generation.</summary>
    public bool IsKept(int generation) => generation == Live || generation == Building;
}
