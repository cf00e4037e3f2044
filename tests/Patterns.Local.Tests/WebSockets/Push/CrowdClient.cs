using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Patterns.Local.Tests.WebSockets.Push;

/// <summary>A client over a real socket that follows one topic by the rules: it takes the next number, ignores old ones, and asks when one is missing.</summary>
internal sealed class CrowdClient(Uri url, string topic) : IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly byte[] _buffer = new byte[1024];
    private ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;
    private TaskCompletionSource _resynced = NewSource();
    private (long Number, TaskCompletionSource Source) _goal = (long.MaxValue, NewSource());
    private long _highest;

    public string Topic { get; } = topic;

    /// <summary>The numbers that it took, in order.</summary>
    public List<long> Taken { get; } = [];

    private long Last => Taken.Count;

    /// <summary>Connects, and follows the topic from where it was.</summary>
    public async Task ConnectAsync()
    {
        _socket.Dispose();
        _socket = new ClientWebSocket();
        _resynced = NewSource();
        await _socket.ConnectAsync(url, CancellationToken.None);
        _reading = ReadAsync(_socket);
        await SendAsync("subscribe");
        await WaitAsync(_resynced.Task);
    }

    /// <summary>Closes as clients do that have the time.</summary>
    public async Task LeaveAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None);
        await WaitAsync(_reading);
    }

    /// <summary>Ends the connection below without a word.</summary>
    public async Task VanishAsync()
    {
        _socket.Abort();
        await WaitAsync(_reading);
    }

    /// <summary>Says how far it is, and ends once it has that number.</summary>
    public async Task ReachAsync(long number)
    {
        _goal = (number, NewSource());
        await SendAsync("resync");
        await WaitAsync(_goal.Source.Task);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _turn.Dispose();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task WaitAsync(Task task) => task.WaitAsync(s_longest);

    private async Task SendAsync(string action)
    {
        await _turn.WaitAsync();
        try
        {
            var message = Encoding.UTF8.GetBytes($$"""{"action":"{{action}}","topic":"{{Topic}}","after":{{Last}}}""");
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadAsync(ClientWebSocket socket)
    {
        try
        {
            while (await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } piece)
            {
                Assert.True(piece.EndOfMessage);
                await TakeAsync(JsonElement.Parse(_buffer.AsSpan(0, piece.Count)));
            }
        }
        catch (WebSocketException) when (socket.State == WebSocketState.Aborted)
        {
            // As it wanted.
        }
        catch (Exception exception)
        {
            _resynced.TrySetException(exception);
            _goal.Source.TrySetException(exception);
        }
    }

    private async Task TakeAsync(JsonElement message)
    {
        var sequence = message.GetProperty("sequence").GetInt64();
        if (message.TryGetProperty("data", out var data))
        {
            Assert.Equal(sequence, data.GetProperty("n").GetInt64());
            var missesSome = sequence > Last + 1 && _highest <= Last;
            _highest = Math.Max(_highest, sequence);
            if (sequence == Last + 1)
            {
                Taken.Add(sequence);
            }

            await CheckAsync(missesSome);
            return;
        }

        Assert.Equal("done", message.GetProperty("resync").GetString());
        _resynced.TrySetResult();
        await CheckAsync(_highest > Last);
    }

    private async Task CheckAsync(bool missesSome)
    {
        if (Last >= _goal.Number)
        {
            _goal.Source.TrySetResult();
        }

        if (missesSome)
        {
            await SendAsync("resync");
        }
    }
}
