using System.Globalization;
using System.Text.Json;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi;

/// <summary>Writes a request as the event of payload format 2.0.</summary>
internal sealed class HttpApiEvent(AwsEnvironment aws)
{
    public ReadOnlyMemory<byte> Write(ApiRequest request, ReadOnlySpan<byte> body)
    {
        using var output = new EventWriter(body.Length);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("routeKey", request.Route.Key.Text);
        json.WriteString("rawPath", request.Path);
        json.WriteString("rawQueryString", request.RawQuery);
        new HttpApiEventHeaders(request, json).Write(body.Length);
        HttpApiEventQuery.Write(json, request.RawQuery);
        WriteContext(json, request);
        WriteBody(json, request.Http.Request.ContentType, body);
        output.WriteMap("pathParameters", request.Match.PathParameters);
        output.WriteMap("stageVariables", request.Stage.Variables);
        json.WriteEndObject();
        return output.Written;
    }

    /// <summary>Writes <c>requestContext</c>, which authorizers get as well.</summary>
    public void WriteContext(Utf8JsonWriter json, ApiRequest request)
    {
        var now = aws.Time.GetUtcNow();
        var isUrl = request.Api.Kind == ApiKind.FunctionUrl;
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", isUrl && request.Caller is null ? "anonymous" : aws.AccountId);
        json.WriteString("apiId", request.Api.Id);
        request.Caller?.WriteV2(json);
        json.WriteString("domainName", ApiAddress.DomainOnAws(request.Api, aws.Region));
        json.WriteString("domainPrefix", request.Api.Id);
        WriteHttp(json, request);
        json.WriteString("requestId", request.Id.Id);
        json.WriteString("routeKey", request.Route.Key.Text);
        json.WriteString("stage", request.Stage.Name);
        json.WriteString("time", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", now.ToUnixTimeMilliseconds());
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

    private static void WriteHttp(Utf8JsonWriter json, ApiRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("http");
        json.WriteString("method", http.Method);
        json.WriteString("path", request.Path);
        json.WriteString("protocol", http.Protocol);
        json.WriteString("sourceIp", ForwardedHeaders.SourceIp(request.Http));
        json.WriteString("userAgent", http.Headers.UserAgent.ToString());
        json.WriteEndObject();
    }
}
