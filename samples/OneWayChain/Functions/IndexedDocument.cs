namespace OneWayChain.Functions;

public sealed record IndexedDocument(string Id, string Title, int Words, string LongestWord);
