using System.Text.Json;

namespace Patterns.Sources.Internal;

internal static class KinesisSliceReader
{
    /// <summary>Reads <c>kinesis</c>, or one of its members where a pipe put them beside the event source.</summary>
    public static void ReadMember(ref Utf8JsonReader reader, ref RecordSlice record)
    {
        switch (reader.ValueSpan.Length)
        {
            case 4 when reader.ValueTextEquals("data"u8):
                reader.Read();
                reader.TakeBase64Body(ref record);
                break;
            case 7 when reader.ValueTextEquals("kinesis"u8):
                reader.Read();
                ReadMembers(ref reader, ref record);
                break;
            case 12 when reader.ValueTextEquals("partitionKey"u8):
                reader.Read();
                record.Key = reader.ContentOrNothing();
                break;
            case 14 when reader.ValueTextEquals("sequenceNumber"u8):
                reader.Read();
                record.Id = reader.ContentOrNothing();
                break;
            case 27 when reader.ValueTextEquals("approximateArrivalTimestamp"u8):
                reader.Read();
                record.Time = reader.ContentOrNothing();
                break;
            default:
                reader.Read();
                reader.Skip();
                break;
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ref RecordSlice record)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref record);
        }
    }
}
