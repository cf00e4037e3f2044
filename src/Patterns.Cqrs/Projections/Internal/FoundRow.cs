using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>A row as it is in the table.</summary>
/// <param name="Data">What it has; null when there is none.</param>
/// <param name="Revision">Another one at each write, so that no row is taken for one that was there before; null when there is none.</param>
internal sealed record FoundRow(string? Data, string? Revision)
{
    public static FoundRow None { get; } = new(null, null);

    /// <summary>That the row is still as it was found.</summary>
    public TableCondition IsUnchanged => Revision is null ? TableCondition.ItemMissing : TableCondition.Equal(ViewItemNames.Revision, Revision);

    public static FoundRow Read(TableItem? item) => item is null
        ? None
        : new(ItemReading.Text(item, ItemNames.Data), ItemReading.Text(item, ViewItemNames.Revision));
}
