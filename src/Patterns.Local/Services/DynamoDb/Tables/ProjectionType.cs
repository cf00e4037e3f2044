namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Which attributes an index holds.</summary>
internal enum ProjectionType
{
    All,
    KeysOnly,
    Include,
}
