using System.Text.Json;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Reads the state out of the reply of a function with tumbling windows.</summary>
internal static class WindowReply
{
    /// <summary>The member <c>state</c>; null when the reply has none that is an object.</summary>
    public static ReadOnlyMemory<byte>? ReadState(ReadOnlyMemory<byte> reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("state"u8, out var state) && state.ValueKind == JsonValueKind.Object
                ? System.Text.Encoding.UTF8.GetBytes(state.GetRawText())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
