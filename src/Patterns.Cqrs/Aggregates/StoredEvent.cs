namespace Patterns.Cqrs;

/// <summary>An event as the store has it, or as the stream of its table brings it.</summary>
/// <typeparam name="TEvent">What happened.</typeparam>
public sealed record StoredEvent<TEvent>
{
    /// <summary>The kind of aggregate.</summary>
    public required string AggregateType { get; init; }

    /// <summary>Which one.</summary>
    public required string AggregateId { get; init; }

    /// <summary>The aggregate's version after the event: 1 for its first event, and one more for each that follows.</summary>
    public required long Version { get; init; }

    /// <summary>What happened, in its newest form.</summary>
    public required TEvent Event { get; init; }

    /// <summary>When it was stored, by the clock of the writer.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is kept beside.</summary>
    public required EventMetadata Metadata { get; init; }
}
