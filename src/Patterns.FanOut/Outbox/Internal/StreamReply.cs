using System.Text.Json;

namespace Patterns.FanOut.Internal;

/// <summary>The reply to a stream: the record from which it goes on.</summary>
internal static class StreamReply
{
    public static MemoryStream Of(BatchOutcome outcome)
    {
        var reply = new MemoryStream();
        using (var writer = new Utf8JsonWriter(reply))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("batchItemFailures"u8);
            foreach (var id in outcome.ReportedIds)
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
