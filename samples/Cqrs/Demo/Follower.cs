using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Cqrs.Demo;

/// <summary>Follows the policies of a holder as a browser does: the newest version of each counts, and what is missing is asked for.</summary>
internal sealed class Follower(string socketUrl, string holder)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Dictionary<string, long> _versions = [];
    private readonly string _topic = $"holder/{holder}";
    private long _last;
    private long _highest;

    public int Pushes { get; private set; }

    public int Connections { get; private set; }

    /// <summary>Follows until it has the versions that it is to have in the end, over as many connections as it takes.</summary>
    public async Task FollowAsync(Task<IReadOnlyDictionary<string, long>> end, CancellationToken cancellationToken)
    {
        while (!HasAll(end))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(5)); // and then another connection: the demo's reception is bad
            try
            {
                using var socket = new ClientWebSocket();
                await socket.ConnectAsync(new Uri($"{socketUrl}?holder={holder}"), limit.Token);
                Connections++;
                await SendAsync(socket, "subscribe", limit.Token);
                while (!HasAll(end))
                {
                    await ReadAsync(socket, limit.Token);
                }
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
            {
                // The next connection goes on behind the last number.
            }
        }
    }

    private bool HasAll(Task<IReadOnlyDictionary<string, long>> end) =>
        end.IsCompletedSuccessfully && end.Result.All(policy => _versions.GetValueOrDefault(policy.Key) == policy.Value);

    private async Task ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult piece;
        do
        {
            piece = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += piece.Count;
        }
        while (!piece.EndOfMessage);

        if (piece.MessageType == WebSocketMessageType.Close)
        {
            throw new WebSocketException("The service closed.");
        }

        using var message = JsonDocument.Parse(_buffer.AsMemory(0, length));
        if (!message.RootElement.TryGetProperty("sequence", out var number))
        {
            throw new WebSocketException(message.RootElement.GetRawText()); // a function was killed in the middle
        }

        await TakeAsync(socket, message.RootElement, number.GetInt64(), cancellationToken);
    }

    private async Task TakeAsync(ClientWebSocket socket, JsonElement message, long sequence, CancellationToken cancellationToken)
    {
        if (!message.TryGetProperty("data", out var data))
        {
            if (_highest > _last)
            {
                await SendAsync(socket, "resync", cancellationToken);
            }

            return;
        }

        _highest = Math.Max(_highest, sequence);
        if (sequence > _last + 1)
        {
            await SendAsync(socket, "resync", cancellationToken);
        }
        else if (sequence == _last + 1)
        {
            _last = sequence;
            Pushes++;
            var policy = data.GetProperty("policyId").GetString()!;
            _versions[policy] = Math.Max(_versions.GetValueOrDefault(policy), data.GetProperty("version").GetInt64());
        }
    }

    private async Task SendAsync(ClientWebSocket socket, string action, CancellationToken cancellationToken) => await socket.SendAsync(
        Encoding.UTF8.GetBytes($$"""{"action":"{{action}}","topic":"{{_topic}}","after":{{_last}}}"""),
        WebSocketMessageType.Text,
        endOfMessage: true,
        cancellationToken);
}
