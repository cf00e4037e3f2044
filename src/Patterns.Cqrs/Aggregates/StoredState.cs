namespace Patterns.Cqrs;

/// <summary>A state as the store has it, or as the stream of its table brings it.</summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed record StoredState<TState>
{
    /// <summary>The kind of aggregate.</summary>
    public required string AggregateType { get; init; }

    /// <summary>Which one.</summary>
    public required string AggregateId { get; init; }

    /// <summary>How often the state was written, deletions included.</summary>
    public required long Version { get; init; }

    /// <summary>The state; the default when it was deleted.</summary>
    public required TState? State { get; init; }

    /// <summary>Whether it was deleted. The version remains, so that a state of the same id goes on from it.</summary>
    public required bool IsDeleted { get; init; }

    /// <summary>When it was stored, by the clock of the writer.</summary>
    public required DateTimeOffset At { get; init; }
}
