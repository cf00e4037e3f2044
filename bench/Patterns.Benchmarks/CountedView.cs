namespace Patterns.Benchmarks;

/// <summary>What a view has of an account.</summary>
public sealed record CountedView(string Account, decimal Balance, int Changes, string LastText);
