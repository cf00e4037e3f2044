using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Patterns.Connections;

namespace Patterns.Aws.Tests.Connections;

internal sealed class SocketClient(ClientWebSocket socket, string id, IConnections connections) : ConnectedClient
{
    public override string Id => id;

    public static async Task<SocketClient> ConnectAsync(string endpoint, IConnections connections)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(endpoint.Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
        await socket.SendAsync("who am I"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var told = JsonElement.Parse(await ReceiveAsync(socket) ?? throw new InvalidOperationException("The connection ended."));
        return new SocketClient(socket, told.GetProperty("connectionId").GetString()!, connections);
    }

    public override Task<string?> ReceiveAsync() => ReceiveAsync(socket);

    public override async Task LeaveAsync()
    {
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        while (await connections.FindAsync(id, CancellationToken.None) is not null)
        {
            await Task.Yield();
        }
    }

    private static async Task<string?> ReceiveAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
                return null;
            }

            message.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
