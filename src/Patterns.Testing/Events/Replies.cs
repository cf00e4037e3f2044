using System.Text;
using System.Text.Json;
using Patterns.Http;

namespace Patterns.Testing;

/// <summary>Reads what a handler replied.</summary>
public static class Replies
{
    /// <summary>The identifiers in a partial reply, in their order; empty when nothing failed.</summary>
    /// <exception cref="JsonException">The reply is no partial reply.</exception>
    public static IReadOnlyList<string> FailedIds(this Stream reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        using var document = JsonDocument.Parse(reply);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("batchItemFailures", out var failures))
        {
            throw new JsonException($"A partial reply was expected, but the handler replied {document.RootElement.GetRawText()}.");
        }

        return [.. failures.EnumerateArray().Select(failure => failure.GetProperty("itemIdentifier").GetString()!)];
    }

    /// <summary>The reply to a request of an API.</summary>
    /// <exception cref="JsonException">The reply is none of an API.</exception>
    public static ApiReply ToApiReply(this Stream reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        using var document = JsonDocument.Parse(reply);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("statusCode", out var status))
        {
            throw new JsonException($"The reply of an API was expected, but the handler replied {root.GetRawText()}.");
        }

        var headers = root.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        headers.Remove("content-type", out var type);
        return headers.Aggregate(new ApiReply(status.GetInt32(), type, Body(root)), (made, header) => made.WithHeader(header.Key, header.Value));
    }

    private static byte[] Body(JsonElement root) => root.GetProperty("isBase64Encoded").GetBoolean()
        ? root.GetProperty("body").GetBytesFromBase64()
        : Encoding.UTF8.GetBytes(root.GetProperty("body").GetString()!);
}
