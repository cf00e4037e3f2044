using System.Diagnostics.CodeAnalysis;

namespace Patterns.Local.Gateway;

[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is never raised without a port.")]
internal sealed class PortInUseException(int port) : Exception($"Port {port} is in use by another program.")
{
    public int Port { get; } = port;
}
