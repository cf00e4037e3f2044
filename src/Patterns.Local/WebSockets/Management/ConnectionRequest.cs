using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets.Management;

/// <summary>One request to <c>@connections</c>: sends to a client, looks at it, or disconnects it.</summary>
internal sealed class ConnectionRequest(HttpContext http, SocketService sockets, SocketStage stage, string connectionId)
{
    public async Task AnswerAsync()
    {
        http.Response.Headers["x-amzn-RequestId"] = RandomId.New().ToString();
        try
        {
            await ActAsync().ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            await WriteAsync(HttpApiReply.Error(error.Status, error.Code, $$"""{"message":{{JsonText(error.Message)}}}""")).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone: there is nobody to answer.
        }
    }

    private static AwsException Gone() => new("GoneException", "The connection is gone.", StatusCodes.Status410Gone);

    private static string JsonText(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private async Task ActAsync()
    {
        var connection = await sockets.FindConnectionAsync(stage, connectionId).WaitAsync(http.RequestAborted).ConfigureAwait(false) ?? throw Gone();
        switch (http.Request.Method)
        {
            case "POST":
                await PostAsync(connection).ConfigureAwait(false);
                break;
            case "GET":
                await WriteAsync(HttpApiReply.WithJson(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(Describe(connection)))).ConfigureAwait(false);
                break;
            case "DELETE":
                connection.BeginClose(SocketEnd.Deleted);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw new AwsException("ForbiddenException", SocketText.Forbidden, StatusCodes.Status403Forbidden);
        }
    }

    private async Task PostAsync(SocketConnection connection)
    {
        var outcome = await connection.SendAsync(await ReadAsync().ConfigureAwait(false)).WaitAsync(http.RequestAborted).ConfigureAwait(false);
        switch (outcome)
        {
            case SendOutcome.Gone:
                throw Gone();
            case SendOutcome.Throttled:
                throw new AwsException("LimitExceededException", "Too many messages wait for this connection.", StatusCodes.Status429TooManyRequests);
            default:
                http.Response.ContentLength = 0;
                break;
        }
    }

    private async Task<byte[]> ReadAsync()
    {
        var body = await ReadLimitedAsync().ConfigureAwait(false);
        var message = body.ToArray();
        http.Request.BodyReader.AdvanceTo(body.End);
        return Utf8.IsValid(message) ? message : throw new AwsException("BadRequestException", "A message to a client is text, and this is no UTF-8.");
    }

    private async Task<ReadOnlySequence<byte>> ReadLimitedAsync()
    {
        try
        {
            return await RequestBody.ReadAsync(http.Request, SocketLimits.MessageBytes, http.RequestAborted).ConfigureAwait(false);
        }
        catch (AwsException error) when (error.Status == StatusCodes.Status413PayloadTooLarge)
        {
            throw new AwsException("PayloadTooLargeException", $"A message has at most {SocketLimits.MessageBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static string Describe(SocketConnection connection)
    {
        var info = connection.Info;
        return $$"""{"connectedAt":"{{Time(info.ConnectedAt)}}","identity":{"sourceIp":{{JsonText(info.SourceIp)}},"userAgent":{{JsonText(info.UserAgent)}}},"lastActiveAt":"{{Time(connection.LastActiveAt)}}"}""";
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private Task WriteAsync(HttpApiReply reply) => HttpApiReplyWriter.WriteAsync(http, reply, ApiKind.Http, cors: null);
}
