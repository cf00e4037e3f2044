using System.Text.Json;

namespace Patterns.Local.WebSockets.Connecting;

/// <summary>Reads the policy that an authorizer returns.</summary>
internal static class InvocationPolicy
{
    private const string Action = "execute-api:Invoke";

    /// <summary>Whether the policy lets one invoke; a denial wins, and what it does not name is denied. Null when it has another form.</summary>
    public static bool? Allows(JsonElement answer, string arn)
    {
        if (!answer.TryGetProperty("policyDocument", out var document) || document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty("Statement", out var statements))
        {
            return null;
        }

        var isAllowed = false;
        foreach (var statement in Each(statements))
        {
            if (statement.ValueKind != JsonValueKind.Object || !statement.TryGetProperty("Effect", out var effect) || effect.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            if (Names(statement, "Action", Action) && Names(statement, "Resource", arn))
            {
                if (effect.ValueEquals("Deny"))
                {
                    return false;
                }

                isAllowed |= effect.ValueEquals("Allow");
            }
        }

        return isAllowed;
    }

    private static JsonElement[] Each(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool Names(JsonElement statement, string property, string wanted) =>
        statement.TryGetProperty(property, out var value)
        && Each(value).Any(item => item.ValueKind == JsonValueKind.String && Matches(item.GetString(), wanted));

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (retryPattern, retryText) = (-1, 0);
        var (p, t) = (0, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (retryPattern, retryText) = (++p, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (retryPattern >= 0)
            {
                (p, t) = (retryPattern, ++retryText);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
