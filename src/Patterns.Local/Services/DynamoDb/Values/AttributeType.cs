namespace Patterns.Local.Services.DynamoDb.Values;

/// <summary>The types of an attribute, with the names that the wire uses for them.</summary>
internal enum AttributeType : byte
{
    S,
    N,
    B,
    SS,
    NS,
    BS,
    M,
    L,
    NULL,
    BOOL,
}
