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
    ];

    public static string? Of(JsonElement context)
    {
        foreach (var place in Places)
        {
            if (context.At(place) is { ValueKind: JsonValueKind.String } value)
            {
                return value.GetString();
            }
        }

        return IamInput.Of(context);
    }

    public static JsonElement Authorizer(JsonElement context) =>
        context.TryGetProperty("authorizer", out var authorizer) && authorizer.ValueKind == JsonValueKind.Object ? authorizer.Clone() : default;
}
