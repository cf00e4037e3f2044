using System.Text;
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
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("state"u8, out var state) && state.ValueKind == JsonValueKind.Object)
            {
                return Encoding.UTF8.GetBytes(state.GetRawText());
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
