using System.Text;

namespace Patterns.Tables;

/// <summary>An item: its key and its other attributes.</summary>
/// <example>
/// <code>
/// new TableItem(new("order#17", "state")) { ["status"] = "placed", ["total"] = 12.5m, ExpiresAt = tomorrow }
/// </code>
/// </example>
public sealed class TableItem
{
    private readonly Dictionary<string, TableValue> _attributes = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? _expiresAt;

    /// <summary>Makes an item.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="attributes">Attributes to begin with; null for none.</param>
    public TableItem(TableKey key, IEnumerable<KeyValuePair<string, TableValue>>? attributes = null)
    {
        Key = key;
        foreach (var (name, value) in attributes ?? [])
        {
            Set(name, value);
        }
    }

    /// <summary>The item's key.</summary>
    public TableKey Key { get; }

    /// <summary>The attributes without those of the key and without <see cref="ExpiresAt"/>.</summary>
    public IReadOnlyDictionary<string, TableValue> Attributes => _attributes;

    /// <summary>
    /// When the table may delete the item by itself, in whole seconds (rounded up); null for never. The deletion comes some
    /// time later, up to days on DynamoDB: until then the item is there, and a reader for whom that matters compares.
    /// </summary>
    public DateTimeOffset? ExpiresAt
    {
        get => _expiresAt;
        init => _expiresAt = value is { } moment ? TableTime.RoundUp(moment) : null;
    }

    /// <summary>The attribute's value, or null when the item has none.</summary>
    public TableValue? this[string name]
    {
        get => _attributes.GetValueOrDefault(name);
        init => Set(name, value);
    }

    /// <summary>Whether the item's time has come.</summary>
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>
    /// The size in bytes that DynamoDB counts for the item, without the names of the key's attributes and without the expiry, of which
    /// only the table knows.
    /// </summary>
    /// <remarks>Source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html, November 2026.</remarks>
    public int GetSize() =>
        Bytes(Key.Partition) + Bytes(Key.Sort) + _attributes.Sum(static attribute => Bytes(attribute.Key) + attribute.Value.GetSize());

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private void Set(string name, TableValue? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _attributes[name] = value;
    }
}
