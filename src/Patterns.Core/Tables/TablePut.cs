namespace Patterns.Tables;

/// <summary>Writes a whole item in place of what is there.</summary>
public sealed record TablePut : TableWrite
{
    /// <summary>Makes the write.</summary>
    public TablePut(TableItem item)
        : base((item ?? throw new ArgumentNullException(nameof(item))).Key) => Item = item;

    /// <summary>The item.</summary>
    public TableItem Item { get; }
}
