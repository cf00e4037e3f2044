namespace Patterns.Local.Services;

/// <summary>The part of a bus event that its sender chooses, without the detail.</summary>
/// <param name="Source">Who sends it, for example <c>lambda</c>.</param>
/// <param name="DetailType">What happened.</param>
internal sealed record EventHeader(string Source, string DetailType)
{
    /// <summary>ARNs that the event concerns.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The id and time of an event that comes from another bus, which keeps them; null makes them anew.</summary>
    public (string Id, DateTimeOffset Time)? Forwarded { get; init; }
}
