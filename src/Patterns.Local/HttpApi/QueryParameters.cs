using Microsoft.AspNetCore.Http;

namespace Patterns.Local.HttpApi;

/// <summary>The decoded parameters of a query, in the order of their first values.</summary>
internal static class QueryParameters
{
    /// <summary>The query as it was sent, without the question mark.</summary>
    public static string RawOf(HttpRequest request) => request.QueryString is { HasValue: true, Value: { } query } ? query[1..] : "";

    /// <summary>The value of a name, of several the last; null when there is none.</summary>
    public static string? LastOf(string rawQuery, string name) => Of(rawQuery).TryGetValue(name, out var values) ? values[^1] : null;

    public static OrderedDictionary<string, List<string>> Of(string rawQuery)
    {
        var parameters = new OrderedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var range in rawQuery.AsSpan().Split('&'))
        {
            Add(parameters, rawQuery.AsSpan()[range]);
        }

        return parameters;
    }

    private static void Add(OrderedDictionary<string, List<string>> parameters, ReadOnlySpan<char> pair)
    {
        if (pair.IsEmpty)
        {
            return;
        }

        var equals = pair.IndexOf('=');
        var name = Decode(equals < 0 ? pair : pair[..equals]);
        var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        if (parameters.TryGetValue(name, out var values))
        {
            values.Add(value);
        }
        else
        {
            parameters.Add(name, [value]);
        }
    }

    private static string Decode(ReadOnlySpan<char> encoded) =>
        Uri.UnescapeDataString(encoded.Contains('+') ? encoded.ToString().Replace('+', ' ') : encoded.ToString());
}
