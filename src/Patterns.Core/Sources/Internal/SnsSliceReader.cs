using System.Text.Json;

namespace Patterns.Sources.Internal;

internal static class SnsSliceReader
{
    /// <summary>Reads the <c>Sns</c> member of a record, or a notification that a queue received as its body.</summary>
    public static void Read(ref Utf8JsonReader reader, ref RecordSlice record)
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
                case 7 when reader.ValueTextEquals("Message"u8):
                    reader.Read();
                    reader.TakeTextBody(ref record);
                    break;
                case 8 when reader.ValueTextEquals("TopicArn"u8):
                    reader.Read();
                    record.SourceArn = reader.ContentOrNothing();
                    break;
                case 9 when reader.ValueTextEquals("MessageId"u8):
                    reader.Read();
                    record.Id = reader.ContentOrNothing();
                    break;
                case 9 when reader.ValueTextEquals("Timestamp"u8):
                    reader.Read();
                    record.Time = reader.ContentOrNothing();
                    break;
                case 17 when reader.ValueTextEquals("MessageAttributes"u8):
                    reader.Read();
                    record.Attributes = reader.ObjectOrNothing();
                    record.AttributeForm = AttributeForm.Sns;
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
    }
}
