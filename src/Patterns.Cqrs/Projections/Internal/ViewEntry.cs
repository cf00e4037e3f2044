using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>A row's entry in the list of all rows, or the row itself.</summary>
internal static class ViewEntry
{
    public static ViewKey KeyOf(TableItem item) => new(ItemReading.Text(item, ViewItemNames.Partition), ItemReading.Text(item, ViewItemNames.Sort));
}
