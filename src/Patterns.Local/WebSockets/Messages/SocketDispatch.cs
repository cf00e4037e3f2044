using System.Diagnostics.CodeAnalysis;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Hands messages to the functions of their routes, in the order in which they came; as on the service, a slow function does not hold the next message.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no handle; disposing it would race with functions that still run.")]
internal sealed class SocketDispatch(SocketConnection connection, SocketCall call, SocketEvent events, Action<Exception> failed)
{
    private readonly SemaphoreSlim _room = new(SocketLimits.RunningMessages);

    /// <summary>The task ends once the message's function is called, not when it has returned; a message that waits when the connection ends is dropped.</summary>
    public async Task HandOnAsync(string message)
    {
        try
        {
            await _room.WaitAsync(connection.Ending).ConfigureAwait(false);
            _ = RunAsync(message);
        }
        catch (OperationCanceledException)
        {
            // The loop that receives must go on: the client's part of the closing comes there.
        }
    }

    private async Task RunAsync(string message)
    {
        try
        {
            await AnswerAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failed(exception);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task AnswerAsync(string message)
    {
        var info = connection.Info;
        var requestId = SocketText.NewId();
        if (info.Api.RouteOf(message) is not { } route)
        {
            await connection.SendTextAsync(SocketText.Message(SocketText.Forbidden, info.Id, requestId)).ConfigureAwait(false);
            return;
        }

        if (!info.Stage.Admits(route.Key))
        {
            await connection.SendTextAsync(SocketText.Message(SocketText.TooManyRequests, info.Id, requestId)).ConfigureAwait(false);
            return;
        }

        var reply = await call.RunAsync(route, events.Message(info, route.Key, message, requestId), traceId: null, CancellationToken.None).ConfigureAwait(false);
        if (reply.Error is { } error)
        {
            await connection.SendTextAsync(SocketText.Message(error, info.Id, requestId)).ConfigureAwait(false);
        }
        else if (route.Responds && !reply.Body.IsEmpty)
        {
            await connection.SendAsync(reply.Body).ConfigureAwait(false);
        }
    }
}
