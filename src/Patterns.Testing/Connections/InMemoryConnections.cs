using System.Globalization;
using Patterns.Connections;
using Patterns.Limits;

namespace Patterns.Testing;

/// <summary>Clients in memory that connect, read, leave and vanish as a test says.</summary>
/// <param name="name">The API's name, for errors.</param>
/// <param name="time">The clock of what is known about connections.</param>
public sealed class InMemoryConnections(string name = "in-memory", TimeProvider? time = null) : IConnections
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, InMemoryConnection> _open = new(StringComparer.Ordinal);
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private int _count;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>Decides what becomes of a push before it is sent, and how long it takes; null sends it. By default all are sent.</summary>
    /// <remarks>Throw a <see cref="ConnectionException"/> for a failure. It is called for clients that are gone as well.</remarks>
    public Func<string, CancellationToken, ValueTask<PushOutcome?>> OnPush { get; set; } = static (_, _) => ValueTask.FromResult<PushOutcome?>(null);

    /// <summary>The clients that are connected now.</summary>
    public IReadOnlyList<InMemoryConnection> Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open.Values];
            }
        }
    }

    /// <summary>Connects a client under an id that was never used before.</summary>
    public InMemoryConnection Connect()
    {
        lock (_lock)
        {
            var connection = new InMemoryConnection($"connection-{(++_count).ToString(CultureInfo.InvariantCulture)}=", _time.GetUtcNow());
            _open.Add(connection.Id, connection);
            return connection;
        }
    }

    /// <summary>Ends a connection without telling anyone: the next push learns of it.</summary>
    public void Drop(string connectionId)
    {
        lock (_lock)
        {
            _open.Remove(connectionId);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<PushOutcome> PushAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        cancellationToken.ThrowIfCancellationRequested();
        if (message.Length > ServiceLimits.WebSocketMessageBytes)
        {
            return PushOutcome.TooLarge;
        }

        if (await OnPush(connectionId, cancellationToken).ConfigureAwait(false) is { } outcome)
        {
            return outcome;
        }

        lock (_lock)
        {
            return Take(connectionId, message);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ConnectionDetails?> FindAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return ValueTask.FromResult(_open.GetValueOrDefault(connectionId) is { } connection ? new ConnectionDetails(connection.ConnectedAt, connection.LastActiveAt) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        cancellationToken.ThrowIfCancellationRequested();
        Drop(connectionId);
        return ValueTask.CompletedTask;
    }

    private PushOutcome Take(string connectionId, ReadOnlyMemory<byte> message)
    {
        if (!_open.TryGetValue(connectionId, out var connection))
        {
            return PushOutcome.Gone;
        }

        connection.Add(message.ToArray(), _time.GetUtcNow());
        return PushOutcome.Sent;
    }
}
