namespace Patterns.Local.Services.DynamoDb.Tables;

/// <summary>Which attributes an index holds beside the keys.</summary>
internal sealed record Projection(ProjectionType Type, IReadOnlyList<string> NonKeyAttributes)
{
    /// <summary>The type's name on the wire.</summary>
    public string TypeName => Type switch
    {
        ProjectionType.KeysOnly => "KEYS_ONLY",
        ProjectionType.Include => "INCLUDE",
        _ => "ALL",
    };
}
