using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads who asks from what the API's authorizer found.</summary>
internal static class PrincipalInput
{
    private static readonly string[][] Places =
    [
        ["authorizer", "jwt", "claims", "sub"],
        ["authorizer", "claims", "sub"],
        ["authorizer", "lambda", "principalId"],
        ["authorizer", "principalId"],
        ["authorizer", "iam", "userArn"],
        ["identity", "userArn"],
    ];

    public static string? Of(JsonElement context)
    {
        foreach (var place in Places)
        {
            if (Find(context, place) is { ValueKind: JsonValueKind.String } value)
            {
                return value.GetString();
            }
        }

        return null;
    }

    public static JsonElement Authorizer(JsonElement context) =>
        context.TryGetProperty("authorizer", out var authorizer) && authorizer.ValueKind == JsonValueKind.Object ? authorizer.Clone() : default;

    private static JsonElement? Find(JsonElement element, string[] place)
    {
        foreach (var name in place)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
