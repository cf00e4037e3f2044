using System.Text.Json;

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
}
