using System.Net.WebSockets;
using System.Text;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>An open connection: sends one message after the other, and ends it by the clock or when told to.</summary>
internal sealed class SocketConnection : IDisposable
{
    /// <summary>How long a client may take for its part of the closing; clients on one machine need a moment.</summary>
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private long _lastActive;
    private int _waiting;
    private int _isEnding;

    public SocketConnection(SocketInfo info, WebSocket socket, TimeProvider time)
    {
        Info = info;
        _socket = socket;
        _time = time;
        _lastActive = time.GetUtcNow().UtcTicks;
        _timer = time.CreateTimer(static state => ((SocketConnection)state!).CheckTime(), this, SocketLimits.IdleTime, Timeout.InfiniteTimeSpan);
    }

    public SocketInfo Info { get; }

    public DateTimeOffset LastActiveAt => new(Interlocked.Read(ref _lastActive), TimeSpan.Zero);

    public bool IsOpen => _socket.State == WebSocketState.Open && Volatile.Read(ref _isEnding) == 0;

    /// <summary>Why this side ended the connection; null while it did not.</summary>
    public SocketEnd? EndedBy { get; private set; }

    /// <summary>Cancelled once this side ends the connection.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>A message went or came.</summary>
    public void Touch() => Interlocked.Exchange(ref _lastActive, _time.GetUtcNow().UtcTicks);

    /// <summary>Sends after what was sent before; the task ends once the socket has taken the message.</summary>
    public async Task<SendOutcome> SendAsync(ReadOnlyMemory<byte> message)
    {
        if (!IsOpen)
        {
            return SendOutcome.Gone;
        }

        if (Interlocked.Increment(ref _waiting) > SocketLimits.WaitingSends)
        {
            Interlocked.Decrement(ref _waiting);
            return SendOutcome.Throttled;
        }

        try
        {
            await _turn.WaitAsync().ConfigureAwait(false);
            try
            {
                return await WriteAsync(message).ConfigureAwait(false);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public Task<SendOutcome> SendTextAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message));

    /// <summary>Begins to close; the loop that receives sees the client's part of it.</summary>
    public void BeginClose(SocketEnd end)
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 0)
        {
            EndedBy = end;
            _ = CloseAsync(end);
            _ = _ending.CancelAsync();
        }
    }

    /// <summary>Closes because the runner stops, and waits for it a moment.</summary>
    public async Task StopAsync()
    {
        BeginClose(SocketEnd.GoingAway);
        await _closed.Task.ConfigureAwait(false);
    }

    public void Abort() => _socket.Abort();

    /// <summary>Called once nothing is received any more.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _isEnding, 1);
        _timer.Dispose();
        _socket.Dispose();
        _closed.TrySetResult();
    }

    private async Task<SendOutcome> WriteAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            for (var position = 0; ;)
            {
                var frame = message.Slice(position, Math.Min(SocketLimits.FrameBytes, message.Length - position));
                position += frame.Length;

                // A token that ends a send would end the connection too, with half a frame in it.
                await _socket.SendAsync(frame, WebSocketMessageType.Text, position == message.Length, CancellationToken.None).ConfigureAwait(false);
                if (position == message.Length)
                {
                    Touch();
                    return SendOutcome.Sent;
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            return SendOutcome.Gone;
        }
    }

    private async Task CloseAsync(SocketEnd end)
    {
        try
        {
            // Real time: a client that does not answer must not keep the runner from stopping on a clock that stands still.
            using var limit = new CancellationTokenSource(s_closing);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)end.Code, end.Reason, limit.Token).ConfigureAwait(false);
            await _closed.Task.WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or OperationCanceledException)
        {
            _socket.Abort();
        }
    }

    private void CheckTime()
    {
        var now = _time.GetUtcNow();
        var end = Info.ConnectedAt + SocketLimits.Lifetime;
        var idle = LastActiveAt + SocketLimits.IdleTime;
        var next = (idle < end ? idle : end) - now;
        if (next <= TimeSpan.Zero)
        {
            BeginClose(SocketEnd.GoingAway);
        }
        else
        {
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }
}
