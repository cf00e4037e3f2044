using System.Text.Json;
using Patterns.Local.Functions.Runtime;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>Reads what an authorizer's function returned.</summary>
internal static class AuthorizerAnswerReader
{
    /// <summary>Null when the service would not understand it.</summary>
    public static AuthorizerAnswer? Read(ReadOnlyMemory<byte> payload, AuthorizerForm form)
    {
        try
        {
            using var json = UnicodeJson.Parse(payload);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !TryReadContext(root, form, out var context))
            {
                return null;
            }

            return form == AuthorizerForm.HttpV2Simple ? Simple(root, context) : OfPolicy(root, context);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the function failed with exactly that word, which is an answer.</summary>
    public static bool SaysUnauthorized(ReadOnlyMemory<byte> error) => ErrorPayload.ReadMessage(error.Span) == "Unauthorized";

    private static AuthorizerAnswer? Simple(JsonElement root, JsonElement? context) =>
        root.TryGetProperty("isAuthorized", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new AuthorizerAnswer(null, flag.ValueKind == JsonValueKind.True, new LambdaCaller(null, context))
            : null;

    private static AuthorizerAnswer? OfPolicy(JsonElement root, JsonElement? context) =>
        root.TryGetProperty("policyDocument", out var document) && InvokePolicy.Read(document) is { } policy && TryReadPrincipal(root, out var principal)
            ? new AuthorizerAnswer(policy, false, new LambdaCaller(principal, context))
            : null;

    private static bool TryReadPrincipal(JsonElement root, out string? principal)
    {
        principal = root.TryGetProperty("principalId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        return principal is not null;
    }

    // Only format 2.0 may nest.
    private static bool TryReadContext(JsonElement root, AuthorizerForm form, out JsonElement? context)
    {
        context = null;
        if (!root.TryGetProperty("context", out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        var nests = form is AuthorizerForm.HttpV2Policy or AuthorizerForm.HttpV2Simple;
        if (element.ValueKind != JsonValueKind.Object || (!nests && element.EnumerateObject().Any(member => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)))
        {
            return false;
        }

        context = element.Clone();
        return true;
    }
}
