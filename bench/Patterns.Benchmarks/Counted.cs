namespace Patterns.Benchmarks;

/// <summary>What happens to an account in the benchmark of projections.</summary>
public sealed record Counted(string Account, decimal Amount, string Text);
