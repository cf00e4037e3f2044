using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using Patterns.Local.WebSockets.Connecting;
using Patterns.Local.WebSockets.Frames;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Receives what a client sends until the connection ends.</summary>
internal sealed class SocketSession(SocketConnection connection, WebSocket socket, FrameWatch frames, SocketDispatch dispatch)
{
    private const int PieceBytes = 4096;

    public async Task<SocketEnd> RunAsync()
    {
        try
        {
            while (await ReceiveAsync().ConfigureAwait(false) is { } message)
            {
                connection.Touch();
                await dispatch.HandOnAsync(message).ConfigureAwait(false);
            }

            return connection.EndedBy ?? await AnswerCloseAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return connection.EndedBy ?? SocketEnd.Abnormal;
        }
    }

    /// <summary>The next message; null once the client has closed.</summary>
    private async Task<string?> ReceiveAsync()
    {
        // Nothing is rented while a client is silent. An empty message is over with its first piece.
        var message = new ArrayBufferWriter<byte>();
        for (var room = Memory<byte>.Empty; ; room = message.GetMemory(PieceBytes))
        {
            var piece = await socket.ReceiveAsync(room, CancellationToken.None).ConfigureAwait(false);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(piece.Count);
            Judge(piece.MessageType, message.WrittenCount);
            if (connection.EndedBy is not null)
            {
                // What comes after the service's own closing is read for the client's part of it only.
                message.ResetWrittenCount();
            }
            else if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.WrittenSpan);
            }
        }
    }

    private void Judge(WebSocketMessageType type, int length)
    {
        if (type == WebSocketMessageType.Binary)
        {
            connection.BeginClose(SocketEnd.Binary);
        }
        else if (length > SocketLimits.MessageBytes || frames.IsTooLarge)
        {
            connection.BeginClose(SocketEnd.TooLarge);
        }
    }

    private async Task<SocketEnd> AnswerCloseAsync()
    {
        var status = socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure;
        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, "", CancellationToken.None).ConfigureAwait(false);
        }

        return frames.ClosedWithoutStatus ? SocketEnd.WithoutStatus : new SocketEnd((int)status, socket.CloseStatusDescription ?? "");
    }
}
