using System.Text.Json;

namespace Patterns.Local.HttpApi;

/// <summary>Writes the decoded query parameters, several values of one name joined by commas.</summary>
internal static class HttpApiEventQuery
{
    public static void Write(Utf8JsonWriter json, string rawQuery)
    {
        if (rawQuery.Length == 0)
        {
            return;
        }

        json.WriteStartObject("queryStringParameters");
        foreach (var (name, values) in QueryParameters.Of(rawQuery))
        {
            json.WriteString(name, string.Join(',', values));
        }

        json.WriteEndObject();
    }
}
