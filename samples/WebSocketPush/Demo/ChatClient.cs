using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace WebSocketPush.Demo;

/// <summary>Somebody in a room, with bad reception: follows the room by the rules, and says things until they are heard.</summary>
internal sealed class ChatClient(Uri url, string name, string room, int seed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private readonly Random _random = new(seed);
    private readonly Dictionary<long, string> _lines = [];
    private readonly HashSet<string> _heard = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private ClientWebSocket? _socket;
    private long _highest;

    public string Room { get; } = room;

    /// <summary>The last number without a gap.</summary>
    public long Last { get; private set; }

    public int Drops { get; private set; }

    /// <summary>The ids of the lines by their numbers.</summary>
    public IReadOnlyDictionary<long, string> Lines => _lines;

    /// <summary>Says so many things, each until it comes back; loses the connection now and then.</summary>
    public async Task ChatAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var id = $"{name}-{i}";
            while (!_heard.Contains(id))
            {
                await TryAsync(async limit =>
                {
                    await SendAsync($$"""{"action":"say","room":"{{Room}}","id":"{{id}}","text":"hello {{i}}"}""", limit);
                    await ReadUntilAsync(() => _heard.Contains(id), limit);
                }, cancellationToken);
            }

            if (_random.Next(3) == 0)
            {
                Drops++;
                _socket?.Abort();
            }
        }
    }

    /// <summary>Follows until it has the number.</summary>
    public async Task FollowAsync(long last, CancellationToken cancellationToken)
    {
        while (Last < last)
        {
            await TryAsync(async limit =>
            {
                await SendAsync(Resync(), limit);
                await ReadUntilAsync(() => Last >= last, limit);
            }, cancellationToken);
        }
    }

    public void Dispose() => _socket?.Dispose();

    private string Resync(string action = "resync") => $$"""{"action":"{{action}}","topic":"{{Room}}","after":{{Last}}}""";

    /// <summary>Connects when needed, and does something within a while; what fails is tried again by the caller, over a new connection.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (_socket is not { State: WebSocketState.Open })
            {
                _socket?.Dispose();
                _socket = new ClientWebSocket();
                await _socket.ConnectAsync(url, cancellationToken);
                await SendAsync(Resync("subscribe"), cancellationToken);
            }

            limit.CancelAfter(Patience * 2);
            await action(limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // Also a read that ended in the middle leaves no connection that could go on.
            _socket?.Abort();
        }
    }

    private async Task SendAsync(string message, CancellationToken cancellationToken) =>
        await _socket!.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private async Task ReadUntilAsync(Func<bool> isDone, CancellationToken cancellationToken)
    {
        while (!isDone())
        {
            var length = 0;
            ValueWebSocketReceiveResult piece;
            do
            {
                piece = await _socket!.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
                length += piece.Count;
            }
            while (!piece.EndOfMessage);

            if (piece.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException("The service closed.");
            }

            using var message = JsonDocument.Parse(_buffer.AsMemory(0, length));
            await TakeAsync(message.RootElement, cancellationToken);
        }
    }

    private async Task TakeAsync(JsonElement message, CancellationToken cancellationToken)
    {
        if (!message.TryGetProperty("sequence", out var number))
        {
            // A function was killed in the middle: what was asked is asked again.
            throw new WebSocketException(message.GetRawText());
        }

        var sequence = number.GetInt64();
        if (message.TryGetProperty("data", out var data))
        {
            _highest = Math.Max(_highest, sequence);
            if (sequence == Last + 1)
            {
                var id = data.GetProperty("id").GetString()!;
                _lines.Add(sequence, id);
                _heard.Add(id);
                Last = sequence;
            }
            else if (sequence > Last)
            {
                await SendAsync(Resync(), cancellationToken);
            }
        }
        else if (_highest > Last)
        {
            await SendAsync(Resync(), cancellationToken);
        }
    }
}
