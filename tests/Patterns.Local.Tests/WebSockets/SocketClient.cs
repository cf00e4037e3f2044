using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Tests.WebSockets;

/// <summary>The client's side of a connection.</summary>
internal sealed class SocketClient(HttpResponse response, Stream stream, WebSocket socket, Task ended)
{
    public HttpResponse Response { get; } = response;

    public WebSocket Socket { get; } = socket;

    /// <summary>Ends with the connection, and after <c>$disconnect</c>.</summary>
    public Task Ended { get; } = ended;

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text, bool isEnd = true) => Socket.SendAsync(bytes, type, isEnd, CancellationToken.None);

    /// <summary>The next message, or <c>close</c> with its code and reason.</summary>
    public async Task<string> ReceiveAsync()
    {
        var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var piece = await Socket.ReceiveAsync(buffer, CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return $"close {(int?)Socket.CloseStatus} {Socket.CloseStatusDescription}";
            }

            message.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    public async Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure, string reason = "bye")
    {
        await Socket.CloseAsync(status, reason, CancellationToken.None);
        await Ended;
    }

    /// <summary>Closes as a browser does whose page names no code.</summary>
    public async Task CloseWithoutStatusAsync()
    {
        byte[] emptyCloseFrame = [0x88, 0x80, 1, 2, 3, 4];
        await stream.WriteAsync(emptyCloseFrame);
        await Ended;
    }

    /// <summary>Answers the service's closing, as clients do.</summary>
    public async Task<string> LeaveAsync()
    {
        var close = await ReceiveAsync();
        await Socket.CloseOutputAsync(Socket.CloseStatus!.Value, "", CancellationToken.None);
        await Ended;
        return close;
    }

    /// <summary>Ends the connection without a word.</summary>
    public async Task DropAsync()
    {
        await stream.DisposeAsync();
        await Ended;
    }
}
