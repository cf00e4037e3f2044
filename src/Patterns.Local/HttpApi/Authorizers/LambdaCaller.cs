using System.Text.Json;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What an authorizer's function said about the caller.</summary>
internal sealed class LambdaCaller(string? principal, JsonElement? context) : CallerContext
{
    private const string PrincipalId = "principalId";

    /// <summary>Every value becomes text, whatever the function said.</summary>
    public override void WriteV1(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        foreach (var member in context?.EnumerateObject().ToList() ?? [])
        {
            json.WriteString(member.Name, Text(member.Value));
        }

        if (principal is not null)
        {
            json.WriteString(PrincipalId, principal);
        }

        json.WriteNumber("integrationLatency", 0);
        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>authorizer</c> of a WebSocket API's events: text as well, but for null.</summary>
    public void WriteSocket(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        json.WriteString(PrincipalId, principal);
        foreach (var member in context?.EnumerateObject().Where(member => !member.NameEquals(PrincipalId)).ToList() ?? [])
        {
            json.WriteString(member.Name, member.Value.ValueKind == JsonValueKind.Null ? null : Text(member.Value));
        }

        json.WriteEndObject();
    }

    public override void WriteV2(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        json.WritePropertyName("lambda");
        if (context is { } said)
        {
            said.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
