namespace EventDriven.Functions.Portfolio;

/// <summary>What somebody owns, and what it is worth together.</summary>
public sealed record PortfolioView(string Owner, decimal Total, IReadOnlyList<Holding> Holdings);
