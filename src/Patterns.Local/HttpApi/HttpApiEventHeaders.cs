using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Patterns.Local.HttpApi;

/// <summary>Writes cookies and headers: names in lower case, several values joined by commas, and what the service adds.</summary>
internal readonly struct HttpApiEventHeaders(ApiRequest request, Utf8JsonWriter json)
{
    /// <param name="contentLength">Null for an event that says nothing about the body.</param>
    public void Write(int? contentLength)
    {
        var headers = request.Http.Request.Headers;
        WriteCookies(headers.Cookie);
        json.WriteStartObject("headers");
        if (contentLength is { } length)
        {
            json.WriteString("content-length", length.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (name, values) in headers)
        {
            if (ForwardedHeaders.PassesOn(name) && !HasOwnPlace(name))
            {
                json.WriteString(Lower(name), ForwardedHeaders.Joined(values));
            }
        }

        foreach (var (name, value) in ForwardedHeaders.Added(request.Http, request.TraceId))
        {
            json.WriteString(Lower(name), value);
        }

        json.WriteEndObject();
    }

    private static bool HasOwnPlace(string name) =>
        name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    private static string Lower(string name) => string.Create(name.Length, name, static (lower, original) => original.AsSpan().ToLowerInvariant(lower));

    private void WriteCookies(StringValues cookies)
    {
        if (cookies.Count == 0)
        {
            return;
        }

        json.WriteStartArray("cookies");
        foreach (var header in cookies)
        {
            foreach (var range in header.AsSpan().Split(';'))
            {
                var cookie = header.AsSpan()[range].Trim();
                if (!cookie.IsEmpty)
                {
                    json.WriteStringValue(cookie);
                }
            }
        }

        json.WriteEndArray();
    }
}
