using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi;

/// <summary>Writes a request as the event of payload format 2.0.</summary>
internal sealed class HttpApiEvent(AwsEnvironment aws)
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Write(ApiRequest request, ReadOnlySpan<byte> body)
    {
        var output = new ArrayBufferWriter<byte>(1024 + body.Length);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", request.Match.Route.Key.Text);
        json.WriteString("rawPath", request.Path);
        json.WriteString("rawQueryString", RawQuery(request.Http.Request));
        new HttpApiEventHeaders(request, json).Write(body.Length);
        HttpApiEventQuery.Write(json, RawQuery(request.Http.Request));
        WriteContext(json, request);
        WriteBody(json, request.Http.Request.ContentType, body);
        WriteMap(json, "pathParameters", request.Match.PathParameters);
        WriteMap(json, "stageVariables", request.Stage.Variables);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static string RawQuery(HttpRequest request) => request.QueryString is { HasValue: true, Value: { } query } ? query[1..] : "";

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string? contentType, ReadOnlySpan<byte> body)
    {
        var isText = BodyText.IsText(contentType, body);
        if (!body.IsEmpty && isText)
        {
            json.WriteString("body", body);
        }
        else if (!body.IsEmpty)
        {
            json.WriteBase64String("body", body);
        }

        json.WriteBoolean("isBase64Encoded", !isText);
    }

    private void WriteContext(Utf8JsonWriter json, ApiRequest request)
    {
        var now = aws.Time.GetUtcNow();
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", aws.AccountId);
        json.WriteString("apiId", request.Api.Id);
        json.WriteString("domainName", $"{request.Api.Id}.execute-api.{aws.Region}.amazonaws.com");
        json.WriteString("domainPrefix", request.Api.Id);
        WriteHttp(json, request);
        json.WriteString("requestId", request.RequestId);
        json.WriteString("routeKey", request.Match.Route.Key.Text);
        json.WriteString("stage", request.Stage.Name);
        json.WriteString("time", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", now.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteHttp(Utf8JsonWriter json, ApiRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("http");
        json.WriteString("method", http.Method);
        json.WriteString("path", request.Path);
        json.WriteString("protocol", http.Protocol);
        json.WriteString("sourceIp", HttpApiEventHeaders.SourceIp(request.Http));
        json.WriteString("userAgent", http.Headers.UserAgent.ToString());
        json.WriteEndObject();
    }
}
