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

        var parameters = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in rawQuery.AsSpan().Split('&'))
        {
            Add(parameters, rawQuery.AsSpan()[range]);
        }

        json.WriteStartObject("queryStringParameters");
        foreach (var (name, value) in parameters)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Add(OrderedDictionary<string, string> parameters, ReadOnlySpan<char> pair)
    {
        if (pair.IsEmpty)
        {
            return;
        }

        var equals = pair.IndexOf('=');
        var name = Decode(equals < 0 ? pair : pair[..equals]);
        var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        parameters[name] = parameters.TryGetValue(name, out var before) ? $"{before},{value}" : value;
    }

    private static string Decode(ReadOnlySpan<char> encoded) =>
        Uri.UnescapeDataString(encoded.Contains('+') ? encoded.ToString().Replace('+', ' ') : encoded.ToString());
}
