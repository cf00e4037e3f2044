using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Takes attributes that must be there out of items.</summary>
internal static class ItemReading
{
    /// <exception cref="FormatException">The item has no such text.</exception>
    public static string Text(TableItem item, string name) =>
        item[name] is { Kind: TableValueKind.String } value ? value.GetString() : throw Missing(item, name);

    /// <exception cref="FormatException">The item has no such number.</exception>
    public static long Number(TableItem item, string name) =>
        item[name] is { Kind: TableValueKind.Number } value ? value.GetInt64() : throw Missing(item, name);

    private static FormatException Missing(TableItem item, string name) =>
        new($"The item {item.Key} has no '{name}', or not in the form in which it is written.");
}
