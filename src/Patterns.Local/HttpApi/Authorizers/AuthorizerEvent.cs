using System.Text.Json;
using Patterns.Local.Services;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Writes what an authorizer's function is asked with.</summary>
internal sealed class AuthorizerEvent(AwsEnvironment aws)
{
    private readonly HttpApiEvent _v2 = new(aws);
    private readonly ProxyEvent _v1 = new(aws);

    /// <summary>The ARN of the method that a request wants to use, in the form in which the route was found, so that policies see what is called.</summary>
    public string MethodArn(ApiRequest request) =>
        aws.Arn("execute-api", $"{request.Api.Id}/{request.Stage.Name}/{request.Http.Request.Method}{request.Api.Routes.Normalized(request.PathInStage)}");

    public ReadOnlyMemory<byte> Write(ApiRequest request, AuthorizerForm form, IReadOnlyList<string> identity)
    {
        using var output = new EventWriter();
        output.Json.WriteStartObject();
        switch (form)
        {
            case AuthorizerForm.RestToken:
                output.Json.WriteString("type", "TOKEN");
                output.Json.WriteString("authorizationToken", identity[0]);
                output.Json.WriteString("methodArn", MethodArn(request));
                break;
            case AuthorizerForm.RestRequest or AuthorizerForm.HttpV1:
                WriteV1(output, request, form, identity);
                break;
            default:
                WriteV2(output, request, identity);
                break;
        }

        output.Json.WriteEndObject();
        return output.Written;
    }

    private void WriteV1(EventWriter output, ApiRequest request, AuthorizerForm form, IReadOnlyList<string> identity)
    {
        var json = output.Json;
        if (form == AuthorizerForm.HttpV1)
        {
            json.WriteString("version", "1.0");
        }

        json.WriteString("type", "REQUEST");
        json.WriteString("methodArn", MethodArn(request));
        if (form == AuthorizerForm.HttpV1)
        {
            json.WriteString("identitySource", string.Join(',', identity));
            json.WriteString("authorizationToken", string.Join(',', identity));
        }

        _v1.WriteRequest(output, request);
    }

    private void WriteV2(EventWriter output, ApiRequest request, IReadOnlyList<string> identity)
    {
        var json = output.Json;
        json.WriteString("version", "2.0");
        json.WriteString("type", "REQUEST");
        json.WriteString("routeArn", MethodArn(request));
        WriteIdentity(json, identity);
        json.WriteString("routeKey", request.Route.Key.Text);
        json.WriteString("rawPath", request.Path);
        json.WriteString("rawQueryString", request.RawQuery);
        new HttpApiEventHeaders(request, json).Write(contentLength: null);
        HttpApiEventQuery.Write(json, request.RawQuery);
        _v2.WriteContext(json, request);
        output.WriteMap("pathParameters", request.Match.PathParameters);
        output.WriteMap("stageVariables", request.Stage.Variables);
    }

    private static void WriteIdentity(Utf8JsonWriter json, IReadOnlyList<string> identity)
    {
        if (identity.Count == 0)
        {
            json.WriteNull("identitySource");
            return;
        }

        json.WriteStartArray("identitySource");
        foreach (var value in identity)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
