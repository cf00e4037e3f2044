using Patterns.Local.Templates;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

/// <summary>Types that HTTP and WebSocket APIs share: those of a WebSocket API go their own way.</summary>
internal sealed class EitherProtocol(IResourceProvisioner http, IResourceProvisioner socket, SocketService sockets) : IResourceProvisioner
{
    public string Type => http.Type;

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties) =>
        IsOfSocket(properties) ? socket.ProvisionAsync(resource, properties) : http.ProvisionAsync(resource, properties);

    private bool IsOfSocket(ResourceProperties properties) =>
        properties.Text("ProtocolType") == "WEBSOCKET" || (properties.Text("ApiId") is { } api && sockets.TryFind(api, out _));
}
