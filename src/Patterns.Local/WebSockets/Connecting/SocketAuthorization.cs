using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Services;
using Patterns.Local.WebSockets.Messages;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>Asks the authorizer of <c>$connect</c>; its answers are not cached for WebSocket APIs.</summary>
internal sealed class SocketAuthorization(AwsEnvironment aws, SocketCall call)
{
    private const int LongestAnswer = 8 * 1024;

    private readonly SocketEvent _event = new(aws);

    public async Task<Admission> AskAsync(HttpContext http, SocketInfo info, SocketAuthorizer authorizer, string requestId)
    {
        if (!authorizer.IdentitySources.All(source => source.IsIn(http, info.Stage)))
        {
            return Admission.Unauthorized;
        }

        var arn = $"arn:aws:execute-api:{aws.Region}:{aws.AccountId}:{info.Api.Id}/{info.Stage.Name}/{SocketRoute.Connect}";
        var answer = await call.AuthorizeAsync(authorizer, _event.Authorize(http, info, requestId, arn), http.RequestAborted).ConfigureAwait(false);
        return answer switch
        {
            null => Admission.Broken,
            { IsUnauthorized: true } => Admission.Unauthorized,
            { Payload.Length: > LongestAnswer } => Admission.Broken,
            { Payload: var payload } => Read(payload, arn),
        };
    }

    private static Admission Read(ReadOnlyMemory<byte> payload, string arn)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            var answer = json.RootElement;
            if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("policyDocument", out var document)
                || InvokePolicy.Read(document) is not { } policy || Context(answer) is not { } context)
            {
                return Admission.Broken;
            }

            return policy.Allows(arn) == true ? Admission.Free with { Context = context } : Admission.Forbidden;
        }
        catch (JsonException)
        {
            return Admission.Broken;
        }
    }

    // Values arrive as text, whatever scalar they were; the service refuses others.
    private static Dictionary<string, JsonElement>? Context(JsonElement answer)
    {
        if (!answer.TryGetProperty("principalId", out var principal) || principal.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var values = new Dictionary<string, JsonElement> { ["principalId"] = principal.Clone() };
        if (!answer.TryGetProperty("context", out var context) || context.ValueKind == JsonValueKind.Null)
        {
            return values;
        }

        foreach (var item in context.ValueKind == JsonValueKind.Object ? context.EnumerateObject() : default)
        {
            if (item.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return null;
            }

            values[item.Name] = item.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? item.Value.Clone() : JsonElement.Parse($"\"{item.Value.GetRawText()}\"");
        }

        return values;
    }
}
