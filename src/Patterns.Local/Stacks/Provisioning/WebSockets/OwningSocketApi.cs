using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

/// <summary>Finds the WebSocket API that a stage, a route, an integration or an authorizer belongs to.</summary>
internal static class OwningSocketApi
{
    private const string Property = "ApiId";

    /// <exception cref="Templates.TemplateException">There is no such API.</exception>
    public static SocketApi Of(SocketService sockets, ResourceProperties properties)
    {
        var id = properties.Required(Property);
        return sockets.TryFind(id, out var api) ? api : throw properties.Mistake(Property, $"there is no WebSocket API with the id '{id}'", "refer to an API of this template");
    }
}
