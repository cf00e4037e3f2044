namespace OneWayChain.Functions;

/// <summary>The end of a chain that has gone well.</summary>
public sealed record ArchivedDocument(string Id, string Shelf, int Words, string LongestWord);
