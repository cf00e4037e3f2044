namespace EventDriven.Demo;

internal sealed record PortfolioView(string Owner, decimal Total, IReadOnlyList<Holding> Holdings);
