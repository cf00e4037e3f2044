namespace Patterns.Tables;

/// <summary>What became of a transaction.</summary>
/// <param name="Refusals">The writes whose conditions did not hold, in their order; empty when all writes took effect.</param>
public sealed record TableTransactionResult(IReadOnlyList<TableRefusal> Refusals)
{
    /// <summary>A transaction that took effect.</summary>
    public static TableTransactionResult Success { get; } = new([]);

    /// <summary>Whether the transaction took effect.</summary>
    public bool Committed => Refusals.Count == 0;
}
