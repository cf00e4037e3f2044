using System.Net;
using Amazon.ApiGatewayManagementApi;
using Amazon.ApiGatewayManagementApi.Model;
using Amazon.Runtime;
using Patterns.Aws.Internal;
using Patterns.Connections;
using Patterns.Limits;

namespace Patterns.Aws.Connections;

/// <summary>The clients of a WebSocket API on API Gateway.</summary>
internal sealed class ApiGatewayConnections(IAmazonApiGatewayManagementApi client, string name) : IConnections
{
    public string Name => name;

    public async ValueTask<PushOutcome> PushAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        if (message.Length > ServiceLimits.WebSocketMessageBytes)
        {
            return PushOutcome.TooLarge;
        }

        try
        {
            using var data = new MemoryStream(message.ToArray());
            await client.PostToConnectionAsync(new PostToConnectionRequest { ConnectionId = connectionId, Data = data }, cancellationToken).ConfigureAwait(false);
            return PushOutcome.Sent;
        }
        catch (Exception exception) when (OutcomeOf(exception) is { } outcome)
        {
            return outcome;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate("push", connectionId, exception);
        }
    }

    public async ValueTask<ConnectionDetails?> FindAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        try
        {
            var found = await client.GetConnectionAsync(new GetConnectionRequest { ConnectionId = connectionId }, cancellationToken).ConfigureAwait(false);
            return new ConnectionDetails(Time(found.ConnectedAt), Time(found.LastActiveAt)) { SourceIp = found.Identity?.SourceIp, UserAgent = found.Identity?.UserAgent };
        }
        catch (Exception exception) when (OutcomeOf(exception) == PushOutcome.Gone)
        {
            return null;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate("look-up", connectionId, exception);
        }
    }

    public async ValueTask DisconnectAsync(string connectionId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        try
        {
            await client.DeleteConnectionAsync(new DeleteConnectionRequest { ConnectionId = connectionId }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (OutcomeOf(exception) == PushOutcome.Gone)
        {
            // That was the aim.
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Translate("disconnect", connectionId, exception);
        }
    }

    private static PushOutcome? OutcomeOf(Exception exception) => exception switch
    {
        GoneException => PushOutcome.Gone,
        PayloadTooLargeException => PushOutcome.TooLarge,
        LimitExceededException => PushOutcome.Throttled,
        AmazonServiceException { StatusCode: HttpStatusCode.Gone } => PushOutcome.Gone,
        AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } => PushOutcome.Throttled,
        _ => null,
    };

    private static DateTimeOffset Time(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime()) : DateTimeOffset.UnixEpoch;

    /// <summary>A cancellation that nobody asked for is a time-out of the client.</summary>
    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    private ConnectionException Translate(string what, string connectionId, Exception exception)
    {
        var failure = ServiceErrors.Translate($"{name}: {what} of {connectionId}", exception);
        return new ConnectionException(failure.Message, failure.IsRetryable, exception);
    }
}
