namespace Patterns.Testing;

/// <summary>The attributes in which a table keeps the key and the expiry.</summary>
internal sealed record TableAttributeNames(string PartitionKey, string SortKey, string ExpiresAt);
