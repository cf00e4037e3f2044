using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets;

/// <summary>The WebSocket APIs of the account, and who is connected to them.</summary>
internal sealed class SocketService : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, SocketApi> _apis = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SocketConnection?>> _connections = new(StringComparer.Ordinal);
    private volatile bool _isStopped;

    /// <summary>Whether the runner stops: no function can be told any more.</summary>
    public bool IsStopped => _isStopped;

    public IEnumerable<SocketApi> All => _apis.Values;

    /// <summary>How many clients are connected.</summary>
    public int ConnectionCount => _connections.Count;

    public void Add(SocketApi api) => _apis[api.Id] = api;

    public bool TryFind(string id, [NotNullWhen(true)] out SocketApi? api) => _apis.TryGetValue(id, out api);

    /// <summary>The open connection of that id, when it belongs to the stage; one in its handshake is waited for.</summary>
    public async Task<SocketConnection?> FindConnectionAsync(SocketStage stage, string connectionId)
    {
        var connection = _connections.TryGetValue(connectionId, out var entry) ? await entry.Task.ConfigureAwait(false) : null;
        return connection is not null && ReferenceEquals(connection.Info.Stage, stage) && connection.IsOpen ? connection : null;
    }

    /// <summary>Makes the id known while the handshake ends: whom a client tells of its connection may send to it at once.</summary>
    public void Expect(string connectionId) => _connections[connectionId] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(SocketConnection connection)
    {
        _connections[connection.Info.Id].TrySetResult(connection);
        if (_isStopped)
        {
            connection.Abort();
        }
    }

    public void Remove(string connectionId)
    {
        if (_connections.TryRemove(connectionId, out var entry))
        {
            entry.TrySetResult(null);
        }
    }

    /// <summary>Tells every client that the service goes away; none is connected afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopped = true;
        await Task.WhenAll(_connections.Values.Select(StopAsync)).ConfigureAwait(false);
    }

    private static async Task StopAsync(TaskCompletionSource<SocketConnection?> entry)
    {
        if (await entry.Task.ConfigureAwait(false) is { } connection)
        {
            await connection.StopAsync().ConfigureAwait(false);
        }
    }
}
