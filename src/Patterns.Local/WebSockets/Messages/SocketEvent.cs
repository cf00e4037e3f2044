using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Writes the events that functions of WebSocket APIs get.</summary>
internal sealed class SocketEvent(AwsEnvironment aws)
{
    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Connect(HttpContext http, SocketInfo info, string requestId) => Write(json =>
    {
        WriteRequest(json, http);
        WriteContext(json, info, new(SocketRoute.Connect, "CONNECT", requestId));
        WriteStageVariables(json, info.Stage);
        json.WriteBoolean("isBase64Encoded", false);
    });

    public ReadOnlyMemory<byte> Authorize(HttpContext http, SocketInfo info, string requestId, string methodArn) => Write(json =>
    {
        json.WriteString("type", "REQUEST");
        json.WriteString("methodArn", methodArn);
        WriteRequest(json, http);
        WriteStageVariables(json, info.Stage);
        WriteContext(json, info, new(SocketRoute.Connect, "CONNECT", requestId));
    });

    public ReadOnlyMemory<byte> Message(SocketInfo info, string routeKey, string body, string requestId) => Write(json =>
    {
        WriteContext(json, info, new(routeKey, "MESSAGE", requestId) { MessageId = SocketText.NewId() });
        WriteStageVariables(json, info.Stage);
        json.WriteString("body", body);
        json.WriteBoolean("isBase64Encoded", false);
    });

    public ReadOnlyMemory<byte> Disconnect(SocketInfo info, SocketEnd end, string requestId) => Write(json =>
    {
        IEnumerable<KeyValuePair<string, StringValues>> headers = [new("Host", info.Host), new("x-api-key", ""), new("X-Forwarded-For", ""), new("x-restapi", "")];
        new SocketEventMaps(json).Write("headers", "multiValueHeaders", headers);
        WriteContext(json, info, new(SocketRoute.Disconnect, "DISCONNECT", requestId) { End = end });
        WriteStageVariables(json, info.Stage);
        json.WriteBoolean("isBase64Encoded", false);
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private void WriteRequest(Utf8JsonWriter json, HttpContext http)
    {
        var seconds = aws.Time.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        var trace = $"Root=1-{seconds}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        var maps = new SocketEventMaps(json);
        maps.Write("headers", "multiValueHeaders", SocketEventMaps.HeadersOf(http, trace));
        if (http.Request.Query.Count > 0)
        {
            maps.Write("queryStringParameters", "multiValueQueryStringParameters", http.Request.Query);
        }
    }

    private static void WriteStageVariables(Utf8JsonWriter json, SocketStage stage)
    {
        if (stage.Variables.Count > 0)
        {
            json.WriteStartObject("stageVariables");
            foreach (var (name, value) in stage.Variables)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }
    }

    private void WriteContext(Utf8JsonWriter json, SocketInfo info, Occasion occasion)
    {
        var now = aws.Time.GetUtcNow();
        json.WriteStartObject("requestContext");
        json.WriteString("routeKey", occasion.RouteKey);
        WriteAuthorizer(json, info);
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

    private static void WriteAuthorizer(Utf8JsonWriter json, SocketInfo info)
    {
        if (info.Authorizer is { } authorizer)
        {
            json.WriteStartObject("authorizer");
            foreach (var (name, value) in authorizer)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
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
