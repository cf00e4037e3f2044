namespace EventDriven.Functions.Http;

/// <summary>The answer to an update: which version was saved.</summary>
public sealed record Saved(string Id, int Version);
