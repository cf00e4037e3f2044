using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Calls functions with the events of sockets.</summary>
internal sealed class SocketCall(AwsEnvironment aws, IFunctionInvoker invoker)
{
    /// <summary>Calls the function of a route; what goes wrong is part of the reply.</summary>
    public async Task<SocketReply> RunAsync(SocketRoute route, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            var result = await InvokeAsync(route.Integration.FunctionName, route.Trigger, payload, cancellationToken)
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

    /// <summary>Null when the function failed, was throttled or took too long.</summary>
    public async Task<AuthorizerAnswer?> AuthorizeAsync(SocketAuthorizer authorizer, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            var result = await InvokeAsync(authorizer.FunctionName, "websocket authorizer", payload, cancellationToken)
                .WaitAsync(SocketIntegration.LongestTimeout, aws.Time, cancellationToken).ConfigureAwait(false);
            return result.Succeeded ? new AuthorizerAnswer(result.Payload)
                : SaysUnauthorized(result.Payload) ? new AuthorizerAnswer(default, IsUnauthorized: true)
                : null;
        }
        catch (Exception exception) when (exception is TimeoutException or AwsException)
        {
            return null;
        }
    }

    private async Task<InvocationResult> InvokeAsync(string function, string origin, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) =>
        await invoker.InvokeAsync(function, payload, new InvocationOptions { Origin = new InvocationOrigin(origin) }, cancellationToken).ConfigureAwait(false);

    private static bool SaysUnauthorized(ReadOnlyMemory<byte> error)
    {
        try
        {
            using var json = JsonDocument.Parse(error);
            return json.RootElement.TryGetProperty("errorMessage", out var message) && message.ValueEquals(SocketText.Unauthorized);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
