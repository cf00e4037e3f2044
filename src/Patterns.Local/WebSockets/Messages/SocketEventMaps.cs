using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Patterns.Local.WebSockets.Messages;

/// <summary>Writes maps in the two forms that events have: the last value of each name, and all of them.</summary>
internal readonly struct SocketEventMaps(Utf8JsonWriter json)
{
    private static readonly HashSet<string> s_notPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Upgrade", "Keep-Alive", "Transfer-Encoding", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto",
    };

    /// <summary>What the client sent, and what the service adds.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> HeadersOf(HttpContext http, string trace)
    {
        foreach (var header in http.Request.Headers)
        {
            if (!s_notPassedOn.Contains(header.Key))
            {
                yield return header;
            }
        }

        yield return new("X-Amzn-Trace-Id", trace);
        yield return new("X-Forwarded-For", http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1");
        yield return new("X-Forwarded-Port", http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        yield return new("X-Forwarded-Proto", http.Request.Scheme);
    }

    public void Write(string single, string multiple, IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var all = values.ToList();
        json.WriteStartObject(single);
        foreach (var (name, items) in all)
        {
            json.WriteString(name, items is [.., var last] ? last : "");
        }

        json.WriteEndObject();
        json.WriteStartObject(multiple);
        foreach (var (name, items) in all)
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStringValue(item);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
