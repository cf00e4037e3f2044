using System.Text;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The attributes of an item, or of a part of one. Immutable: every change makes a new item.</summary>
internal sealed class Item(IReadOnlyDictionary<string, AttributeValue> attributes) : IEquatable<Item>
{
    // Counted when first asked for; two threads count the same.
    private int _size = -1;

    public static Item Empty { get; } = new(new Dictionary<string, AttributeValue>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; } = attributes;

    /// <summary>The size in bytes as the service counts it: the names in UTF-8 and the values.</summary>
    public int Size => _size >= 0 ? _size : _size = Count();

    public AttributeValue? this[string name] => Attributes.GetValueOrDefault(name);

    public bool Equals(Item? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Attributes.Count != Attributes.Count)
        {
            return false;
        }

        foreach (var (name, value) in Attributes)
        {
            if (!value.Equals(other[name]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Item);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var (name, value) in Attributes)
        {
            hash += HashCode.Combine(name, value);
        }

        return hash;
    }

    private int Count()
    {
        var size = 0;
        foreach (var (name, value) in Attributes)
        {
            size += Encoding.UTF8.GetByteCount(name) + value.Size;
        }

        return size;
    }
}
