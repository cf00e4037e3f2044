namespace Patterns.Cqrs;

/// <summary>A command that has a reply.</summary>
public sealed record CommandJournalEntry
{
    /// <summary>The command as it came, with its key.</summary>
    public required CommandRequest Request { get; init; }

    /// <summary>When it took effect, or was refused by a rule.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Names the rule that refused it; null when it took effect.</summary>
    public required string? RefusalCode { get; init; }
}
