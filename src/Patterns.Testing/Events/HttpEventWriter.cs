using System.Text.Json;

namespace Patterns.Testing;

internal static class HttpEventWriter
{
    public static void Write(Utf8JsonWriter writer, string method, string path, string? body, IReadOnlyDictionary<string, string>? headers, string? caller)
    {
        var (rawPath, query) = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (path[..mark], path[(mark + 1)..]) : (path, "");
        writer.WriteStartObject();
        writer.WriteString("version", "2.0");
        writer.WriteString("routeKey", "$default");
        writer.WriteString("rawPath", rawPath);
        writer.WriteString("rawQueryString", query);
        WriteHeaders(writer, headers ?? new Dictionary<string, string>());
        WriteContext(writer, method, rawPath, caller);
        if (body is not null)
        {
            writer.WriteString("body", body);
        }

        writer.WriteBoolean("isBase64Encoded", false);
        writer.WriteEndObject();
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> headers)
    {
        writer.WriteStartObject("headers");
        if (!headers.Keys.Contains("content-type", StringComparer.OrdinalIgnoreCase))
        {
            writer.WriteString("content-type", "application/json");
        }

        foreach (var (name, value) in headers)
        {
            // The service has all names in small letters.
            writer.WriteString(name.ToLowerInvariant(), value);
        }

        writer.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter writer, string method, string path, string? caller)
    {
        writer.WriteStartObject("requestContext");
        writer.WriteString("requestId", "r-1");
        writer.WriteString("stage", "$default");
        writer.WriteStartObject("http");
        writer.WriteString("method", method);
        writer.WriteString("path", path);
        writer.WriteEndObject();
        if (caller is not null)
        {
            writer.WriteStartObject("authorizer");
            writer.WriteStartObject("jwt");
            writer.WriteStartObject("claims");
            writer.WriteString("sub", caller);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
