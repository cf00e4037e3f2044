using System.Globalization;
using System.Text;
using System.Text.Json;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi;

/// <summary>Writes a request as the event of payload format 1.0, as HTTP APIs and REST APIs have it.</summary>
/// <remarks>
/// Names of headers keep the client's case. Of several values of one name, <c>queryStringParameters</c> has the last; <c>headers</c> has
/// the last in a REST API, and all of them joined by commas in an HTTP API.
/// </remarks>
internal sealed class ProxyEvent(AwsEnvironment aws)
{
    private static readonly string[] s_unknownIdentity =
        ["accessKey", "accountId", "caller", "cognitoAuthenticationProvider", "cognitoAuthenticationType", "cognitoIdentityId", "cognitoIdentityPoolId", "principalOrgId"];

    public ReadOnlyMemory<byte> Write(ApiRequest request, ReadOnlySpan<byte> body)
    {
        using var output = new EventWriter(body.Length);
        var json = output.Json;
        json.WriteStartObject();
        if (!IsRest(request))
        {
            json.WriteString("version", "1.0");
        }

        WriteRequest(output, request);
        WriteBody(json, request, body);
        json.WriteEndObject();
        return output.Written;
    }

    /// <summary>Writes everything but the body, which authorizers do not get.</summary>
    public void WriteRequest(EventWriter output, ApiRequest request)
    {
        output.Json.WriteString("resource", request.Resource);
        output.Json.WriteString("path", PathOf(request));
        output.Json.WriteString("httpMethod", request.Http.Request.Method);
        output.WriteBothForms("headers", "multiValueHeaders", ForwardedHeaders.Of(request.Http, request.TraceId), joins: !IsRest(request));
        output.WriteBothForms("queryStringParameters", "multiValueQueryStringParameters", QueryParameters.Of(request.RawQuery), joins: false);
        WriteContext(output.Json, request);
        output.WriteMapOrNull("pathParameters", request.Match.PathParameters);
        output.WriteMapOrNull("stageVariables", request.Stage.Variables);
    }

    private static bool IsRest(ApiRequest request) => request.Api.Kind == ApiKind.Rest;

    private static string PathOf(ApiRequest request) => IsRest(request) ? request.PathInStage : request.Path;

    private static void WriteBody(Utf8JsonWriter json, ApiRequest request, ReadOnlySpan<byte> body)
    {
        var type = request.Http.Request.ContentType;
        var isBinary = !body.IsEmpty && (IsRest(request) ? request.Api.BinaryTypes.Cover(type) : !BodyText.IsText(type, body));
        if (body.IsEmpty)
        {
            json.WriteNull("body");
        }
        else if (isBinary)
        {
            json.WriteBase64String("body", body);
        }
        else
        {
            // A REST API takes what is no UTF-8 for text as well, unless its type is binary.
            json.WriteString("body", Encoding.UTF8.GetString(body));
        }

        json.WriteBoolean("isBase64Encoded", isBinary);
    }

    private void WriteContext(Utf8JsonWriter json, ApiRequest request)
    {
        var now = aws.Time.GetUtcNow();
        var http = request.Http.Request;
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", aws.AccountId);
        json.WriteString("apiId", request.Api.Id);
        request.Caller?.WriteV1(json);
        json.WriteString("domainName", ApiAddress.DomainOnAws(request.Api, aws.Region));
        json.WriteString("domainPrefix", request.Api.Id);
        json.WriteString("extendedRequestId", IsRest(request) ? request.Id.Extended : request.Id.Id);
        json.WriteString("httpMethod", http.Method);
        WriteIdentity(json, request);
        json.WriteString("path", request.Path);
        json.WriteString("protocol", http.Protocol);
        json.WriteString("requestId", request.Id.Id);
        json.WriteString("requestTime", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("requestTimeEpoch", now.ToUnixTimeMilliseconds());
        json.WriteString("resourceId", IsRest(request) ? request.Route.Integration.Id : request.Route.Key.Text);
        json.WriteString("resourcePath", request.Resource);
        json.WriteString("stage", request.Stage.Name);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, ApiRequest request)
    {
        json.WriteStartObject("identity");
        foreach (var name in s_unknownIdentity)
        {
            json.WriteNull(name);
        }

        json.WriteString("sourceIp", ForwardedHeaders.SourceIp(request.Http));
        json.WriteNull("user");
        json.WriteString("userAgent", request.Http.Request.Headers.UserAgent.ToString());
        json.WriteNull("userArn");
        json.WriteEndObject();
    }
}
