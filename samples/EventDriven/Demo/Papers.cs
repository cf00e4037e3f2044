namespace EventDriven.Demo;

/// <summary>What cleanup has filed away of a thing.</summary>
internal sealed record Papers(int Filed, IReadOnlySet<int> Versions);
