using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>How far a rebuild has come in one shard of the aggregates.</summary>
/// <param name="After">The last id that is done; null for none.</param>
/// <param name="IsDone">Whether all are.</param>
/// <param name="Count">How many are.</param>
internal sealed record RebuildMark(string? After, bool IsDone, long Count)
{
    public static RebuildMark Read(TableItem? item) => item is null ? new(null, false, 0) : new(
        item[ViewItemNames.After]?.GetString(),
        item[ViewItemNames.IsDone]!.GetBoolean(),
        ItemReading.Number(item, ViewItemNames.Count));

    public TableItem ToItem(TableKey key) => new(key, After is null ? [] : [new(ViewItemNames.After, After)])
    {
        [ItemNames.Kind] = ViewItemNames.RebuildKind,
        [ViewItemNames.IsDone] = IsDone,
        [ViewItemNames.Count] = Count,
    };
}
