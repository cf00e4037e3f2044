namespace Patterns.Cqrs;

/// <summary>What is kept with events beside what happened.</summary>
public sealed record EventMetadata
{
    /// <summary>The key of the command that led to the events. Default: null.</summary>
    public string? CommandKey { get; init; }

    /// <summary>On whose behalf. Default: null.</summary>
    public string? Actor { get; init; }
}
