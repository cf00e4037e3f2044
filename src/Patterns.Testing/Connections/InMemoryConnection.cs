using System.Text;

namespace Patterns.Testing;

/// <summary>A client in memory, with what it has received.</summary>
public sealed class InMemoryConnection
{
    private readonly Lock _lock = new();
    private readonly List<byte[]> _received = [];

    internal InMemoryConnection(string id, DateTimeOffset connectedAt)
    {
        Id = id;
        ConnectedAt = connectedAt;
        LastActiveAt = connectedAt;
    }

    /// <summary>The id that pushes name; it has to be encoded in addresses, as those of the service.</summary>
    public string Id { get; }

    /// <summary>The messages as text, in the order in which they came.</summary>
    public IReadOnlyList<string> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received.Select(Encoding.UTF8.GetString)];
            }
        }
    }

    internal DateTimeOffset ConnectedAt { get; }

    internal DateTimeOffset LastActiveAt { get; private set; }

    internal void Add(byte[] message, DateTimeOffset now)
    {
        lock (_lock)
        {
            _received.Add(message);
            LastActiveAt = now;
        }
    }
}
