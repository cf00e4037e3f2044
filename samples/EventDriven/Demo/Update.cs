namespace EventDriven.Demo;

/// <summary>Makes a version of a thing.</summary>
internal sealed record Update(Thing Thing, int Version, decimal Amount);
