namespace Patterns.Local.Services.DynamoDb.Streams;

/// <summary>What happened to an item, with the names that the wire uses.</summary>
internal enum ChangeKind
{
    INSERT,
    MODIFY,
    REMOVE,
}
