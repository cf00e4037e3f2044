using System.Text.Json;

namespace Patterns.Sources.Internal;

internal static class SqsSliceReader
{
    /// <summary>Reads <c>attributes</c>: receive count, times, and the group id, which only FIFO queues always have.</summary>
    public static void ReadSystemAttributes(ref Utf8JsonReader reader, ref RecordSlice record)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (reader.ValueSpan.Length)
            {
                case 13 when reader.ValueTextEquals("SentTimestamp"u8):
                    reader.Read();
                    record.Time = reader.ContentOrNothing();
                    break;
                case 14 when reader.ValueTextEquals("MessageGroupId"u8):
                    reader.Read();
                    record.Key = reader.ContentOrNothing();
                    break;
                case 14 when reader.ValueTextEquals("AWSTraceHeader"u8):
                    reader.Read();
                    record.TraceHeader = reader.ContentOrNothing();
                    break;
                case 23 when reader.ValueTextEquals("ApproximateReceiveCount"u8):
                    reader.Read();
                    record.Attempt = reader.ContentOrNothing();
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
    }
}
