namespace Patterns.Connections;

/// <summary>The clients that are connected to a WebSocket API, by the ids that its events carry.</summary>
/// <remarks>
/// <para>
/// A push is best effort: that it was sent says that the service took it for an open connection, not that the client has read it. One
/// that is sent again, for example after a broken connection, may arrive twice. Messages of one sender that waits for each arrive in
/// order; those of several do not.
/// </para>
/// <para>Implementations are safe for use by several callers at a time.</para>
/// </remarks>
public interface IConnections
{
    /// <summary>The API's address, for errors and logs.</summary>
    string Name { get; }

    /// <summary>Sends one message to one client.</summary>
    /// <param name="connectionId">The id as the client's events have it.</param>
    /// <param name="message">Text in UTF-8, of at most <see cref="Limits.ServiceLimits.WebSocketMessageBytes"/>.</param>
    /// <param name="cancellationToken">Ends the waiting; the message may arrive.</param>
    /// <returns>What became of it: a client that is gone, a throttled or too large message are results and no exceptions.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="ConnectionException">It is not known what became of the message, or the caller may not send.</exception>
    ValueTask<PushOutcome> PushAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>What is known of an open connection; null when it is gone.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="ConnectionException">It could not be looked up.</exception>
    ValueTask<ConnectionDetails?> FindAsync(string connectionId, CancellationToken cancellationToken);

    /// <summary>Ends a connection; does nothing when it is gone.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="ConnectionException">It could not be ended.</exception>
    ValueTask DisconnectAsync(string connectionId, CancellationToken cancellationToken);
}
