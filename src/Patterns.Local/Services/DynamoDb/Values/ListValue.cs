namespace Patterns.Local.Services.DynamoDb.Values;

internal sealed class ListValue : AttributeValue
{
    private const int Overhead = 3;
    private const int OverheadOfElement = 1;

    private readonly AttributeValue[] _elements;

    /// <param name="elements">The elements; the caller must not change them any more.</param>
    public ListValue(AttributeValue[] elements)
    {
        _elements = elements;
        var (size, depth) = (Overhead, 0);
        foreach (var element in elements)
        {
            size += OverheadOfElement + element.Size;
            depth = Math.Max(depth, element.Depth);
        }

        (Size, Depth) = (size, depth + 1);
    }

    public override AttributeType Type => AttributeType.L;

    public IReadOnlyList<AttributeValue> Elements => _elements;

    public override int Size { get; }

    public override int Depth { get; }

    public override bool Equals(AttributeValue? other) => other is ListValue list && _elements.AsSpan().SequenceEqual(list._elements);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in _elements)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }
}
