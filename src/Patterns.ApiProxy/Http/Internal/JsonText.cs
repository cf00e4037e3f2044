using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads texts of events.</summary>
internal static class JsonText
{
    /// <summary>The text of a member; null when there is none, or it is something else.</summary>
    /// <exception cref="InvalidOperationException">The parent is no object, or the text has half of a surrogate pair.</exception>
    public static string? Text(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
