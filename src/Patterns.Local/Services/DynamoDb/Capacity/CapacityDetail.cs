namespace Patterns.Local.Services.DynamoDb.Capacity;

/// <summary>How much an answer tells about the capacity that the request took.</summary>
internal enum CapacityDetail
{
    None,
    Total,
    Indexes,
}
