namespace FanIn.Demo;

internal sealed record BestQuote(string RequestId, string? Supplier, decimal? Price, int Answers, int Asked, IReadOnlyList<string> Missing);
