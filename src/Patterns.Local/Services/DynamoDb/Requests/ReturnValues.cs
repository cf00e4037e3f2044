namespace Patterns.Local.Services.DynamoDb.Requests;

/// <summary>Which attributes a write answers with.</summary>
internal enum ReturnValues
{
    None,
    AllOld,
    UpdatedOld,
    AllNew,
    UpdatedNew,
}
