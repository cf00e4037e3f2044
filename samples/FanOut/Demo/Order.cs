namespace FanOut.Demo;

internal sealed record Order(string Id, string Country, int WeightGrams, decimal Total, string? Carrier);
