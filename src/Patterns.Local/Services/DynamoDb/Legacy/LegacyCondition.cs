using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>A condition on one attribute.</summary>
internal sealed class LegacyCondition
{
    public string? ComparisonOperator { get; set; }

    public List<AttributeValue>? Values { get; set; }

    /// <summary>The short form of <c>EQ</c>.</summary>
    public AttributeValue? Value { get; set; }

    /// <summary>The short form of <c>NULL</c>, where false.</summary>
    public bool? Exists { get; set; }
}
