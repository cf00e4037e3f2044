using System.Text.Json;

namespace Patterns.Testing;

/// <summary>The payload with which a mapping invokes a function.</summary>
internal static class MappingEvent
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    public static MemoryStream Write(string streamArn, string shardId, IReadOnlyList<ArrivedRecord> records, FakeWindow? window, bool isFinal)
    {
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var (record, arrivedAt) in records)
            {
                StreamEventWriter.WriteKinesis(writer, record, record.SequenceNumber!, streamArn, arrivedAt, shardId);
            }

            writer.WriteEndArray();
            if (window is not null)
            {
                WriteWindow(writer, streamArn, shardId, window, isFinal);
            }

            writer.WriteEndObject();
        }

        stream.Position = 0;
        return stream;
    }

    private static void WriteWindow(Utf8JsonWriter writer, string streamArn, string shardId, FakeWindow window, bool isFinal)
    {
        writer.WriteStartObject("window");
        writer.WriteString("start", window.Start.UtcDateTime.ToString(TimeFormat));
        writer.WriteString("end", window.End.UtcDateTime.ToString(TimeFormat));
        writer.WriteEndObject();
        writer.WritePropertyName("state");
        writer.WriteRawValue(window.State);
        writer.WriteString("shardId", shardId);
        writer.WriteString("eventSourceARN", streamArn);
        writer.WriteBoolean("isFinalInvokeForWindow", isFinal);
        writer.WriteBoolean("isWindowTerminatedEarly", window.IsTooLarge);
    }
}
