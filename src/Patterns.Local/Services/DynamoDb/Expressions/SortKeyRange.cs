using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>A range of sort keys.</summary>
/// <param name="Low">The lowest value, or null.</param>
/// <param name="LowIncluded">Whether <paramref name="Low"/> itself is in the range.</param>
/// <param name="High">The highest value, or null.</param>
/// <param name="HighIncluded">Whether <paramref name="High"/> itself is in the range.</param>
/// <param name="Prefix">What the value begins with, a string or binary value, or null; then the others are null.</param>
internal sealed record SortKeyRange(AttributeValue? Low, bool LowIncluded, AttributeValue? High, bool HighIncluded, AttributeValue? Prefix)
{
    /// <summary>Whether a key, of the same type as the range's values, is in the range.</summary>
    public bool Contains(AttributeValue key) =>
        Prefix is not null ? AttributeOrder.BeginsWith(key, Prefix) : IsAboveLow(key) && IsBelowHigh(key);

    private bool IsAboveLow(AttributeValue key)
    {
        var order = Low is null ? 1 : AttributeOrder.Instance.Compare(key, Low);
        return order > 0 || (order == 0 && LowIncluded);
    }

    private bool IsBelowHigh(AttributeValue key)
    {
        var order = High is null ? -1 : AttributeOrder.Instance.Compare(key, High);
        return order < 0 || (order == 0 && HighIncluded);
    }
}
