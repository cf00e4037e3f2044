using System.Text.Json;

namespace Patterns.Http.Internal;

/// <summary>Reads members of events.</summary>
internal static class JsonText
{
    /// <summary>The text of a member; null when there is none, or it is something else.</summary>
    /// <exception cref="InvalidOperationException">The parent is no object, or the text has half of a surrogate pair.</exception>
    public static string? Text(this JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What is at the end of a path of members; null when there is nothing.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
