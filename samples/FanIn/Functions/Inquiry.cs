namespace FanIn.Functions;

/// <summary>What one supplier is asked.</summary>
public sealed record Inquiry(string RequestId, string Supplier, string Item, int Quantity);
