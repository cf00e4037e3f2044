using System.Text.Json;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>How far the changes of an aggregate have come into a generation.</summary>
/// <param name="Version">The version of the last one; 0 for none.</param>
/// <param name="Rows">The rows that it was about.</param>
internal sealed record Position(long Version, IReadOnlyList<PositionRow> Rows)
{
    public static Position None { get; } = new(0, []);

    public static Position Read(TableItem? item) => item is null ? None : new(
        ItemReading.Number(item, ItemNames.Version),
        JsonSerializer.Deserialize(ItemReading.Text(item, ViewItemNames.Rows), ViewJson.Readable.PositionRowArray) ?? []);

    /// <summary>Has the position follow the one before, if that is still there.</summary>
    public TablePut ToPut(TableKey key, string view, Position before, ITable table) => new(new TableItem(key)
    {
        [ItemNames.Kind] = ViewItemNames.PositionKind,
        [ViewItemNames.View] = view,
        [ItemNames.Version] = Version,
        [ViewItemNames.Rows] = JsonSerializer.Serialize([.. Rows], ViewJson.Readable.PositionRowArray),
    })
    {
        Condition = before.Version == 0 ? TableCondition.ItemMissing : TableCondition.Equal(ItemNames.Version, before.Version),
        Table = table,
    };
}
