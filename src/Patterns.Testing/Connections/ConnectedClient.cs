namespace Patterns.Testing;

/// <summary>The client's side of a connection under test.</summary>
public abstract class ConnectedClient
{
    /// <summary>The id that pushes name.</summary>
    public abstract string Id { get; }

    /// <summary>The next message as text, waiting for it; null once the connection has ended.</summary>
    public abstract Task<string?> ReceiveAsync();

    /// <summary>Closes the connection, and waits until the service knows.</summary>
    public abstract Task LeaveAsync();
}
