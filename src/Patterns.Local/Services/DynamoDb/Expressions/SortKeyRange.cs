using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Expressions;

/// <summary>A range of sort keys.</summary>
/// <param name="Low">The lowest value, or null.</param>
/// <param name="LowIncluded">Whether <paramref name="Low"/> itself is in the range.</param>
/// <param name="High">The highest value, or null.</param>
/// <param name="HighIncluded">Whether <paramref name="High"/> itself is in the range.</param>
/// <param name="Prefix">What the value begins with, a string or binary value, or null; then the others are null.</param>
internal sealed record SortKeyRange(AttributeValue? Low, bool LowIncluded, AttributeValue? High, bool HighIncluded, AttributeValue? Prefix);
