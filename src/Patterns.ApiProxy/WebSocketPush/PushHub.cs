using Patterns.Connections;
using Patterns.Tables;
using Patterns.WebSocketPush.Internal;

namespace Patterns.WebSocketPush;

/// <summary>Pushes messages to the clients of a WebSocket API: to one, to all of a user, or to all that are subscribed to a topic.</summary>
/// <remarks>
/// <para>
/// Guarantee: a push is best effort. The messages of a topic are numbered without gaps and kept for a while, so that a client that says
/// how far it is (<see cref="ResyncAsync"/>) gets what it missed, in order, or is told that it is too far behind.
/// </para>
/// <para>
/// Connections and messages are items of the table, which nobody scans: they are found by their keys and expire by themselves. A client
/// that is gone without a word is registered until the next push to it, or until its connection would have ended anyway.
/// </para>
/// <para>One instance serves many callers at a time.</para>
/// </remarks>
public sealed class PushHub
{
    private readonly ConnectionRegistry _registry;
    private readonly TopicLog _log;
    private readonly Sender _sender;
    private readonly IConnections _connections;

    /// <summary>Makes a hub.</summary>
    /// <param name="table">Keeps connections and messages; its own items begin with <c>push#</c>.</param>
    /// <param name="connections">Reaches the clients.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public PushHub(ITable table, IConnections connections, PushOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(connections);
        var valid = (options ?? new PushOptions()).Validated();
        _connections = connections;
        _registry = new ConnectionRegistry(table, valid);
        _log = new TopicLog(table, valid);
        _sender = new Sender(connections, _registry, valid);
    }

    /// <summary>Registers a client of a user; call it in <c>$connect</c>.</summary>
    /// <exception cref="TableException">The table could not be written.</exception>
    public ValueTask ConnectAsync(string connectionId, string user, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        ArgumentException.ThrowIfNullOrEmpty(user);
        return _registry.AddAsync(connectionId, user, cancellationToken);
    }

    /// <summary>Forgets a client with all that it is subscribed to; call it in <c>$disconnect</c>, which is best effort.</summary>
    /// <exception cref="TableException">The table could not be read or written.</exception>
    public ValueTask DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return _registry.RemoveAsync(connectionId, cancellationToken);
    }

    /// <summary>Forgets a client and ends its connection, so that it connects anew.</summary>
    /// <exception cref="TableException">The table could not be read or written.</exception>
    /// <exception cref="ConnectionException">The connection could not be ended.</exception>
    public async ValueTask EndAsync(string connectionId, CancellationToken cancellationToken)
    {
        await DisconnectAsync(connectionId, cancellationToken).ConfigureAwait(false);
        await _connections.DisconnectAsync(connectionId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The user that a client was registered for; null when it is not registered.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public ValueTask<string?> UserOfAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return _registry.UserOfAsync(connectionId, cancellationToken);
    }

    /// <summary>Subscribes a client to a topic. Resync it afterwards, so that it misses nothing that was published before.</summary>
    /// <returns>False when the client is not registered.</returns>
    /// <exception cref="TableException">The table could not be read or written.</exception>
    public ValueTask<bool> SubscribeAsync(string connectionId, string topic, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        ArgumentException.ThrowIfNullOrEmpty(topic);
        return _registry.SubscribeAsync(connectionId, topic, cancellationToken);
    }

    /// <summary>Ends a subscription; messages on their way may still arrive.</summary>
    /// <exception cref="TableException">The table could not be written.</exception>
    public ValueTask UnsubscribeAsync(string connectionId, string topic, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        ArgumentException.ThrowIfNullOrEmpty(topic);
        return _registry.UnsubscribeAsync(connectionId, topic, cancellationToken);
    }

    /// <summary>Sends one message, as it is, to one client.</summary>
    /// <exception cref="TableException">A client that is gone could not be forgotten.</exception>
    public async ValueTask<PushReport> PushAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return await _sender.SendAsync([new Receiver(connectionId, null)], message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends one message, as it is, to all clients of a user.</summary>
    /// <exception cref="TableException">The table could not be read, or a client that is gone not be forgotten.</exception>
    public async ValueTask<PushReport> PushToUserAsync(string user, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(user);
        var receivers = await _registry.OfUserAsync(user, cancellationToken).ConfigureAwait(false);
        return await _sender.SendAsync(receivers, message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Numbers and keeps a message, then sends it to all who are subscribed, as <c>{"topic":…,"sequence":…,"data":…}</c>.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="data">JSON in UTF-8.</param>
    /// <param name="cancellationToken">Ends the sending; what is kept stays, and resyncs bring it.</param>
    /// <exception cref="ArgumentException">The topic is empty, the data is no JSON, or the message would be larger than a client can get.</exception>
    /// <exception cref="TableException">The message may not have been kept, or only some clients got it; published again, it may be there twice.</exception>
    public async ValueTask<PublishResult> PublishAsync(string topic, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        PushMessage.Check(topic, data);
        var sequence = await _log.AppendAsync(topic, data, cancellationToken).ConfigureAwait(false);
        var receivers = await _registry.OfTopicAsync(topic, cancellationToken).ConfigureAwait(false);
        var report = await _sender.SendAsync(receivers, PushMessage.Data(topic, sequence, data), cancellationToken).ConfigureAwait(false);
        return new PublishResult(sequence, report);
    }

    /// <summary>
    /// Sends a client what it missed, in order, then <c>{"topic":…,"resync":"done","sequence":…}</c>; or
    /// <c>{"topic":…,"resync":"reload","sequence":…}</c> when that is not there any more.
    /// </summary>
    /// <param name="connectionId">The client.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="after">The last number that the client has seen without a gap; 0 for none.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="ArgumentException">An id is empty, or the number negative.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<ResyncResult> ResyncAsync(string connectionId, string topic, long after, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        ArgumentException.ThrowIfNullOrEmpty(topic);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var missed = await _log.ReadAsync(topic, after, cancellationToken).ConfigureAwait(false);
        var sent = after;
        foreach (var entry in missed.Entries)
        {
            if (!await SendAsync(connectionId, PushMessage.Data(topic, entry.Sequence, entry.Data), cancellationToken).ConfigureAwait(false))
            {
                return new ResyncResult(ResyncState.Interrupted, sent);
            }

            sent = entry.Sequence;
        }

        var end = PushMessage.End(topic, missed.Last, missed.IsComplete);
        return await SendAsync(connectionId, end, cancellationToken).ConfigureAwait(false)
            ? new ResyncResult(missed.IsComplete ? ResyncState.UpToDate : ResyncState.Reload, missed.Last)
            : new ResyncResult(ResyncState.Interrupted, sent);
    }

    private async ValueTask<bool> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        (await PushAsync(connectionId, message, cancellationToken).ConfigureAwait(false)).Sent == 1;
}
