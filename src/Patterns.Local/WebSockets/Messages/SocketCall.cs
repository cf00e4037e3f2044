using Patterns.Local.Functions;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Calls functions with the events of sockets.</summary>
internal sealed class SocketCall(AwsEnvironment aws, IFunctionInvoker invoker)
{
    /// <summary>Calls the function of a route; what goes wrong is part of the reply.</summary>
    /// <param name="route">The route.</param>
    /// <param name="payload">The event.</param>
    /// <param name="traceId">The trace of the request; null for a new one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<SocketReply> RunAsync(SocketRoute route, ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken)
    {
        try
        {
            var result = await InvokeAsync(route.Integration.FunctionName, route.Trigger, payload, traceId, cancellationToken)
                .WaitAsync(route.Integration.Timeout, aws.Time, cancellationToken).ConfigureAwait(false);
            return result.Succeeded ? SocketReplyReader.Read(result.Payload) : SocketReply.Failed;
        }
        catch (TimeoutException)
        {
            return SocketReply.TimedOut;
        }
        catch (AwsException)
        {
            return SocketReply.Failed;
        }
    }

    /// <summary>Null when the function was throttled or took too long.</summary>
    public async Task<InvocationResult?> AuthorizeAsync(SocketAuthorizer authorizer, Handshake handshake, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return await InvokeAsync(authorizer.FunctionName, "websocket authorizer", payload, handshake.TraceId, handshake.Aborted)
                .WaitAsync(SocketIntegration.LongestTimeout, aws.Time, handshake.Aborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or AwsException)
        {
            return null;
        }
    }

    private async Task<InvocationResult> InvokeAsync(string function, string origin, ReadOnlyMemory<byte> payload, string? traceId, CancellationToken cancellationToken) =>
        await invoker.InvokeAsync(function, payload, new InvocationOptions { Origin = new InvocationOrigin(origin), TraceId = traceId }, cancellationToken).ConfigureAwait(false);
}
