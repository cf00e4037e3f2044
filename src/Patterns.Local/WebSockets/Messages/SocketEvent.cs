using System.Globalization;
using System.Text.Json;
using Patterns.Local.HttpApi;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Writes the events that functions of WebSocket APIs get.</summary>
internal sealed class SocketEvent(AwsEnvironment aws)
{
    private const string StageVariables = "stageVariables";

    private static readonly KeyValuePair<string, List<string>>[] s_headersOfDisconnect = [new("x-api-key", [""]), new("X-Forwarded-For", [""]), new("x-restapi", [""])];

    public ReadOnlyMemory<byte> Connect(Handshake handshake) => Write(output =>
    {
        WriteRequest(output, handshake);
        WriteContext(output.Json, handshake.Info, new(SocketRoute.Connect, "CONNECT", handshake.RequestId));
        output.WriteMap(StageVariables, handshake.Info.Stage.Variables);
        output.Json.WriteBoolean("isBase64Encoded", false);
    });

    public ReadOnlyMemory<byte> Authorize(Handshake handshake, string methodArn) => Write(output =>
    {
        output.Json.WriteString("type", "REQUEST");
        output.Json.WriteString("methodArn", methodArn);
        WriteRequest(output, handshake);
        output.WriteMap(StageVariables, handshake.Info.Stage.Variables);
        WriteContext(output.Json, handshake.Info, new(SocketRoute.Connect, "CONNECT", handshake.RequestId));
    });

    public ReadOnlyMemory<byte> Message(SocketInfo info, string routeKey, string body, string requestId) => Write(output =>
    {
        WriteContext(output.Json, info, new(routeKey, "MESSAGE", requestId) { MessageId = SocketText.NewId() });
        output.WriteMap(StageVariables, info.Stage.Variables);
        output.Json.WriteString("body", body);
        output.Json.WriteBoolean("isBase64Encoded", false);
    });

    public ReadOnlyMemory<byte> Disconnect(SocketInfo info, SocketEnd end, string requestId) => Write(output =>
    {
        output.WriteBothForms("headers", "multiValueHeaders", [new("Host", [info.Host]), .. s_headersOfDisconnect], joins: false);
        WriteContext(output.Json, info, new(SocketRoute.Disconnect, "DISCONNECT", requestId) { End = end });
        output.WriteMap(StageVariables, info.Stage.Variables);
        output.Json.WriteBoolean("isBase64Encoded", false);
    });

    private static ReadOnlyMemory<byte> Write(Action<EventWriter> write)
    {
        using var output = new EventWriter();
        output.Json.WriteStartObject();
        write(output);
        output.Json.WriteEndObject();
        return output.Written;
    }

    private static void WriteRequest(EventWriter output, Handshake handshake)
    {
        output.WriteBothForms("headers", "multiValueHeaders", ForwardedHeaders.Of(handshake.Http, handshake.TraceId), joins: false);
        var query = QueryParameters.Of(QueryParameters.RawOf(handshake.Http.Request));
        if (query.Count > 0)
        {
            output.WriteBothForms("queryStringParameters", "multiValueQueryStringParameters", query, joins: false);
        }
    }

    private void WriteContext(Utf8JsonWriter json, SocketInfo info, Occasion occasion)
    {
        var now = aws.Time.GetUtcNow();
        json.WriteStartObject("requestContext");
        json.WriteString("routeKey", occasion.RouteKey);
        info.Caller?.WriteSocket(json);
        WriteMessage(json, occasion);
        json.WriteString("eventType", occasion.EventType);
        json.WriteString("extendedRequestId", occasion.RequestId);
        json.WriteString("requestTime", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteString("messageDirection", "IN");
        json.WriteString("stage", info.Stage.Name);
        json.WriteNumber("connectedAt", info.ConnectedAt.ToUnixTimeMilliseconds());
        json.WriteNumber("requestTimeEpoch", now.ToUnixTimeMilliseconds());
        WriteIdentity(json, info);
        json.WriteString("requestId", occasion.RequestId);
        json.WriteString("domainName", $"{info.Api.Id}.execute-api.{aws.Region}.amazonaws.com");
        json.WriteString("connectionId", info.Id);
        json.WriteString("apiId", info.Api.Id);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, Occasion occasion)
    {
        if (occasion.MessageId is { } message)
        {
            json.WriteString("messageId", message);
        }

        if (occasion.End is { } end)
        {
            json.WriteNumber("disconnectStatusCode", end.Code);
            json.WriteString("disconnectReason", end.Reason);
        }
    }

    private static void WriteIdentity(Utf8JsonWriter json, SocketInfo info)
    {
        json.WriteStartObject("identity");
        if (info.UserAgent.Length > 0)
        {
            json.WriteString("userAgent", info.UserAgent);
        }

        json.WriteString("sourceIp", info.SourceIp);
        json.WriteEndObject();
    }

    private readonly record struct Occasion(string RouteKey, string EventType, string RequestId)
    {
        public string? MessageId { get; init; }

        public SocketEnd? End { get; init; }
    }
}
