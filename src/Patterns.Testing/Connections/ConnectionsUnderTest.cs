using Patterns.Connections;

namespace Patterns.Testing;

/// <summary>Connections of the kind that is to keep the contract, with clients to connect.</summary>
public abstract class ConnectionsUnderTest
{
    /// <summary>The connections. Every law uses clients of its own, so there may be others.</summary>
    public abstract IConnections Connections { get; }

    /// <summary>Connects a client.</summary>
    public abstract Task<ConnectedClient> ConnectAsync();
}
