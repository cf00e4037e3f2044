using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads what an authorizer says of the caller.</summary>
internal static class AuthorizerClaims
{
    private static readonly string[][] Places = [["jwt", "claims"], ["claims"], ["lambda"], ["iam"], []];

    public static IReadOnlyDictionary<string, string> Of(JsonElement authorizer)
    {
        foreach (var place in Places)
        {
            if (authorizer.At(place) is { ValueKind: JsonValueKind.Object } found)
            {
                return Texts(found);
            }
        }

        return new Dictionary<string, string>();
    }

    private static Dictionary<string, string> Texts(JsonElement found)
    {
        var texts = new Dictionary<string, string>();
        foreach (var member in found.EnumerateObject().Where(member => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)))
        {
            texts[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
        }

        return texts;
    }
}
