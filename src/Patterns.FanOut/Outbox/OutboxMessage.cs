using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>A message that is to be published if, and only if, the commit takes effect.</summary>
/// <param name="Envelope">The message. Its <see cref="Outbound.Envelope.Key"/> is the aggregate that it is about.</param>
public sealed record OutboxMessage(Envelope Envelope)
{
    /// <summary>
    /// The version of the aggregate that the commit makes, or another number that grows with each of its commits; messages of
    /// one aggregate in one commit have the same. Default: null, and the writer's clock decides: then commits of different
    /// processes within the difference of their clocks may change places.
    /// </summary>
    /// <remarks>Give it for all commits of an aggregate or for none: those with a number are published before those without.</remarks>
    public long? Sequence { get; init; }

    /// <summary>A message in the order of the writer's clock.</summary>
    public static implicit operator OutboxMessage(Envelope envelope) => new(envelope);
}
