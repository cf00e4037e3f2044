namespace Patterns.Facade;

/// <summary>What became of a part of a plan.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reason">Why it is not fresh; <see cref="MissingReason.None"/> for one that is fresh or cached.</param>
/// <param name="Age">How old it is; zero unless it comes from the cache.</param>
public sealed record PartReport(string Name, PartState State, MissingReason Reason, TimeSpan Age);
