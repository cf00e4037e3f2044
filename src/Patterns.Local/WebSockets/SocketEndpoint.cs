using Microsoft.AspNetCore.Http;
using Patterns.Local.WebSockets.Connecting;
using Patterns.Local.WebSockets.Management;

namespace Patterns.Local.WebSockets;

/// <summary>Serves WebSocket APIs: connections at <c>/{stage}</c>, and their management at <c>/{stage}/@connections/{id}</c>.</summary>
internal sealed class SocketEndpoint(SocketService sockets, SocketDoor door)
{
    private const string Management = "@connections";

    public bool Serves(string apiId) => sockets.TryFind(apiId, out _);

    /// <param name="http">The request.</param>
    /// <param name="apiId">The API that its host or path names.</param>
    /// <param name="path">The path inside of the API.</param>
    public Task HandleAsync(HttpContext http, string apiId, string path)
    {
        var segments = path.Trim('/').Split('/', 3);
        if (!sockets.TryFind(apiId, out var api) || api.FindStage(segments[0]) is not { } stage)
        {
            return SocketDoor.RefuseAsync(http, StatusCodes.Status403Forbidden, SocketText.Forbidden, "", SocketText.NewId());
        }

        if (segments is [_, Management, var id])
        {
            return new ConnectionRequest(http, sockets, stage, id).AnswerAsync();
        }

        return segments.Length == 1
            ? door.EnterAsync(http, api, stage)
            : SocketDoor.RefuseAsync(http, StatusCodes.Status403Forbidden, SocketText.Forbidden, "", SocketText.NewId());
    }
}
