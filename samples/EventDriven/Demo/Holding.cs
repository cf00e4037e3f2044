namespace EventDriven.Demo;

internal sealed record Holding(string AssetId, decimal Value, int Version);
