namespace Patterns.Outbound;

/// <summary>A queue, topic, bus, stream or function that takes messages.</summary>
/// <remarks>Implementations are safe for use by several callers at a time. Callers go through an <see cref="OutboundWriter"/>.</remarks>
public interface IDestination
{
    /// <summary>The ARN or URL, for errors and logs.</summary>
    string Name { get; }

    /// <summary>What one call of <see cref="SendAsync"/> may hold.</summary>
    DestinationLimits Limits { get; }

    /// <summary>Whether the channel keeps the order of messages with the same key, so that a writer must not break it.</summary>
    bool KeepsOrder { get; }

    /// <summary>Sends the entries in one request.</summary>
    /// <param name="envelopes">At least one, within <see cref="Limits"/>, with distinct ids.</param>
    /// <param name="cancellationToken">Ends the waiting; entries may have been sent all the same.</param>
    /// <returns>The entries that the destination did not take. All others are durable there.</returns>
    /// <exception cref="Exception">The request failed as a whole; nothing is known to have been sent.</exception>
    ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken);
}
