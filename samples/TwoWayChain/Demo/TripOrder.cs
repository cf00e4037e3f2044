namespace TwoWayChain.Demo;

internal sealed record TripOrder(string Id, string Traveller, decimal Price, int WaitSeconds, int BookWithinSeconds, string By, IReadOnlyList<string> Troubles);
