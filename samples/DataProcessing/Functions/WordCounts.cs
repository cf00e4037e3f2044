namespace DataProcessing.Functions;

/// <summary>How often each word is there: in a part, and in the end in all of them.</summary>
public sealed record WordCounts(IReadOnlyDictionary<string, int> Words);
