namespace DataProcessing.Demo;

internal sealed record WordCounts(IReadOnlyDictionary<string, int> Words);
