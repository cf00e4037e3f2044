namespace Patterns.Testing;

/// <summary>What was published is not kept.</summary>
public sealed class ContractBrokenException : Exception
{
    internal ContractBrokenException(IReadOnlyList<string> breaks)
        : base($"{(breaks.Count == 1 ? "A published contract is" : $"Published contracts are in {breaks.Count} ways")} not kept. Make a new version instead:\n  {string.Join("\n  ", breaks)}") =>
        Breaks = breaks;

    /// <summary>What breaks whom, each with its contract and its place.</summary>
    public IReadOnlyList<string> Breaks { get; }
}
