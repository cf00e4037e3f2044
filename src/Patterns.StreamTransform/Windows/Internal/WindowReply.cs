using System.Text.Json;

namespace Patterns.Windows.Internal;

/// <summary>The reply of an invocation in a tumbling window; without a state it would count as a failure.</summary>
internal static class WindowReply
{
    private static readonly byte[] EmptyState = "{}"u8.ToArray();

    /// <summary>The reply to a window's last invocation.</summary>
    public static MemoryStream Closed() => Of(EmptyState, []);

    public static MemoryStream Of(ReadOnlySpan<byte> state, IEnumerable<string> failures)
    {
        var reply = new MemoryStream();
        using (var writer = new Utf8JsonWriter(reply))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("state"u8);
            writer.WriteRawValue(state, skipInputValidation: true);
            writer.WriteStartArray("batchItemFailures"u8);
            foreach (var id in failures)
            {
                writer.WriteStartObject();
                writer.WriteString("itemIdentifier"u8, id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        reply.Position = 0;
        return reply;
    }
}
