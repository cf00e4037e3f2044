namespace FanIn.Functions;

/// <summary>What the customer gets, once everybody has answered or the time is up. Without any answer there is no price.</summary>
public sealed record BestQuote(string RequestId, string? Supplier, decimal? Price, int Answers, int Asked, IReadOnlyList<string> Missing);
