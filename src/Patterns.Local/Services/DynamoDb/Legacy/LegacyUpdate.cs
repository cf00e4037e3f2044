using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Legacy;

/// <summary>A change of one attribute: <c>PUT</c>, <c>ADD</c> or <c>DELETE</c>.</summary>
internal sealed class LegacyUpdate
{
    public string? Action { get; set; }

    public AttributeValue? Value { get; set; }
}
