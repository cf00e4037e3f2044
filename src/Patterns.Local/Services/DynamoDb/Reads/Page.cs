using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>What a query or scan read.</summary>
/// <param name="Items">The items, before any filter.</param>
/// <param name="HasMore">Whether it stopped at a limit; there need not be more.</param>
/// <param name="Bytes">The size of what was read in the table or index.</param>
/// <param name="FetchedUnits">Read units for items that were then fetched from the table, as a consistent read.</param>
internal sealed record Page(IReadOnlyList<Item> Items, bool HasMore, long Bytes, double FetchedUnits);
