using Patterns.Local.Services.DynamoDb.Storage;
using Patterns.Local.Services.DynamoDb.Tables;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>Which items a query or scan reads.</summary>
/// <param name="Index">The index; null for the table.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
internal sealed record PageRequest(TableIndex? Index, StorageKey Low, StorageKey High)
{
    public bool IsForward { get; init; } = true;

    /// <summary>How many items are read at most, before any filter; null for as many as a page holds.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a read of an index gets the items from the table.</summary>
    public bool FetchesFromTable { get; init; }
}
