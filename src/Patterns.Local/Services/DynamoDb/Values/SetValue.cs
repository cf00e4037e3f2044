using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>A set of strings, numbers or binaries in their order: never empty, no element twice.</summary>
internal sealed class SetValue : AttributeValue
{
    private readonly AttributeValue[] _elements;

    private SetValue(AttributeType type, AttributeValue[] elements)
    {
        (Type, _elements) = (type, elements);
        Array.Sort(_elements, AttributeOrder.Instance);
        foreach (var element in elements)
        {
            Size += element.Size;
        }
    }

    public override AttributeType Type { get; }

    public IReadOnlyList<AttributeValue> Elements => _elements;

    public override int Size { get; }

    /// <summary>The type of the elements.</summary>
    public AttributeType ElementType => ElementTypeOf(Type);

    /// <param name="type"><see cref="AttributeType.SS"/>, <see cref="AttributeType.NS"/> or <see cref="AttributeType.BS"/>.</param>
    /// <param name="elements">The elements, all of the type that the set's type says; they are sorted, and the caller must not change them any more.</param>
    /// <param name="duplicate">An element that is there twice, when the result is null.</param>
    public static SetValue? TryCreate(AttributeType type, AttributeValue[] elements, [NotNullWhen(false)] out AttributeValue? duplicate)
    {
        var set = new SetValue(type, elements);
        duplicate = set.FindDuplicate();
        return duplicate is null ? set : null;
    }

    public static AttributeType ElementTypeOf(AttributeType set) => set switch
    {
        AttributeType.SS => AttributeType.S,
        AttributeType.NS => AttributeType.N,
        _ => AttributeType.B,
    };

    public bool Contains(AttributeValue element) =>
        element.Type == ElementType && Array.BinarySearch(_elements, element, AttributeOrder.Instance) >= 0;

    /// <summary>Both sets' elements; <paramref name="other"/> is of the same type.</summary>
    public SetValue Union(SetValue other)
    {
        var added = Array.FindAll(other._elements, element => !Contains(element));
        return added.Length == 0 ? this : new SetValue(Type, [.. _elements, .. added]);
    }

    /// <summary>The elements that <paramref name="other"/> does not have; null when none is left.</summary>
    public SetValue? Except(SetValue other)
    {
        var kept = Array.FindAll(_elements, element => !other.Contains(element));
        return kept.Length == 0 ? null : new SetValue(Type, kept);
    }

    public override bool Equals(AttributeValue? other) =>
        other is SetValue set && set.Type == Type && set._elements.AsSpan().SequenceEqual(_elements);

    public override int GetHashCode()
    {
        var hash = (int)Type;
        foreach (var element in _elements)
        {
            hash += element.GetHashCode();
        }

        return hash;
    }

    private AttributeValue? FindDuplicate()
    {
        for (var i = 1; i < _elements.Length; i++)
        {
            if (_elements[i].Equals(_elements[i - 1]))
            {
                return _elements[i];
            }
        }

        return null;
    }
}
