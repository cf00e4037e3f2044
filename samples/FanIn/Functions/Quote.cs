namespace FanIn.Functions;

/// <summary>What a supplier answers.</summary>
public sealed record Quote(string RequestId, string Supplier, decimal Price);
