using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>How far a run of a rebuild has come in one shard of the aggregates.</summary>
/// <param name="After">The last id that is done; null for none.</param>
/// <param name="IsDone">Whether all are.</param>
/// <param name="Count">How many are.</param>
/// <param name="Failed">Those whose changes cannot come in.</param>
internal sealed record RebuildMark(string? After, bool IsDone, long Count, IReadOnlyCollection<string> Failed)
{
    /// <summary>Reads a mark; one of another run says nothing.</summary>
    public static RebuildMark Read(TableItem? item, string run) => item is null || item[ViewItemNames.Run] != run ? new(null, false, 0, []) : new(
        item[ViewItemNames.After]?.GetString(),
        item[ViewItemNames.IsDone] == true,
        ItemReading.Number(item, ViewItemNames.Count),
        item[ViewItemNames.Failed]?.GetStringSet() ?? (IReadOnlyCollection<string>)[]);

    public TableItem ToItem(TableKey key, string run)
    {
        var attributes = new List<KeyValuePair<string, TableValue>>();
        if (After is not null)
        {
            attributes.Add(new(ViewItemNames.After, After));
        }

        if (Failed.Count > 0)
        {
            attributes.Add(new(ViewItemNames.Failed, TableValue.SetOf(Failed)));
        }

        return new TableItem(key, attributes)
        {
            [ItemNames.Kind] = ViewItemNames.RebuildKind,
            [ViewItemNames.Run] = run,
            [ViewItemNames.IsDone] = IsDone,
            [ViewItemNames.Count] = Count,
        };
    }
}
