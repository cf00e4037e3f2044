namespace Patterns.PipesAndFilters.Tests;

/// <summary>What came out of a pipeline.</summary>
public sealed record Result(string Key, string Id, int Value);
