using System.Text.Json;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>The claims of a token. Every value is text to the function; a list looks as in <c>[a b]</c>.</summary>
internal sealed class JwtCaller(JsonElement claims, IReadOnlyList<string>? scopes) : CallerContext
{
    public override void WriteV1(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        WriteClaims(json);
        json.WriteEndObject();
    }

    public override void WriteV2(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        json.WriteStartObject("jwt");
        WriteClaims(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(' ', value.EnumerateArray().Select(Text))}]",
        _ => value.GetRawText(),
    };

    private void WriteClaims(Utf8JsonWriter json)
    {
        json.WriteStartObject("claims");
        foreach (var claim in claims.EnumerateObject())
        {
            json.WriteString(claim.Name, Text(claim.Value));
        }

        json.WriteEndObject();
        if (scopes is null)
        {
            json.WriteNull("scopes");
            return;
        }

        json.WriteStartArray("scopes");
        foreach (var scope in scopes)
        {
            json.WriteStringValue(scope);
        }

        json.WriteEndArray();
    }
}
