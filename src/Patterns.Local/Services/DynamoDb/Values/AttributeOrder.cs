namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The order of keys and of comparisons: strings by their UTF-8 bytes, numbers by value, binaries by unsigned bytes.</summary>
internal sealed class AttributeOrder : IComparer<AttributeValue>
{
    private AttributeOrder()
    {
    }

    public static AttributeOrder Instance { get; } = new();

    /// <exception cref="InvalidOperationException">The values are of different types, or of one that has no order.</exception>
    public int Compare(AttributeValue? x, AttributeValue? y) =>
        TryCompare(x, y) ?? throw new InvalidOperationException($"{x?.Type} and {y?.Type} have no order.");

    /// <summary>Null when the values are of different types, or of one that has no order.</summary>
    public static int? TryCompare(AttributeValue? x, AttributeValue? y) => (x, y) switch
    {
        (StringValue a, StringValue b) => CompareText(a.Text, b.Text),
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (BinaryValue a, BinaryValue b) => a.Bytes.Span.SequenceCompareTo(b.Bytes.Span),
        _ => null,
    };

    /// <summary>True when a string or binary value begins with another of the same type.</summary>
    public static bool BeginsWith(AttributeValue? value, AttributeValue? prefix) => (value, prefix) switch
    {
        (StringValue a, StringValue b) => a.Text.StartsWith(b.Text, StringComparison.Ordinal),
        (BinaryValue a, BinaryValue b) => a.Bytes.Span.StartsWith(b.Bytes.Span),
        _ => false,
    };

    private static int CompareText(string x, string y)
    {
        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x.Length || same == y.Length ? x.Length - y.Length : Rank(x[same]) - Rank(y[same]);
    }

    // In UTF-8 surrogate pairs come after the last characters of the basic plane, in UTF-16 before.
    private static int Rank(char unit) => unit switch
    {
        >= '\uE000' => unit - 0x800,
        >= '\uD800' => unit + 0x2000,
        _ => unit,
    };
}
