using System.Text.Json;

namespace Patterns.Local.HttpApi.Authorizers;

/// <summary>What an authorizer's function said about the caller.</summary>
internal sealed class LambdaCaller(string? principal, JsonElement? context) : CallerContext
{
    /// <summary>Every value becomes text, whatever the function said.</summary>
    public override void WriteV1(Utf8JsonWriter json)
    {
        json.WriteStartObject("authorizer");
        foreach (var member in context?.EnumerateObject().ToList() ?? [])
        {
            json.WriteString(member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : member.Value.GetRawText());
        }

        if (principal is not null)
        {
            json.WriteString("principalId", principal);
        }

        json.WriteNumber("integrationLatency", 0);
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
}
