using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>An attribute of a key: a string, a number or binary.</summary>
internal sealed record KeyAttribute(string Name, AttributeType Type);
