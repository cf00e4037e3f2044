using Patterns.Local.Services.EventPatterns;

namespace Patterns.Local.Services.EventBridge.Rules;

/// <summary>What a rule says, without its targets. Immutable: a change makes a new value.</summary>
internal sealed record RuleSettings
{
    /// <summary>The pattern as it was sent.</summary>
    public string? PatternText { get; init; }

    public EventPattern? Pattern { get; init; }

    /// <summary>The schedule as it was sent.</summary>
    public string? Schedule { get; init; }

    public bool IsEnabled { get; init; } = true;

    public string? Description { get; init; }

    public string? RoleArn { get; init; }
}
