using System.Text.Json;

namespace Patterns.Sources.Internal;

internal static class DynamoDbSliceReader
{
    /// <summary>Reads the <c>dynamodb</c> member: its sequence number and keys; the images are decoded with the body.</summary>
    public static void Read(ref Utf8JsonReader reader, ref RecordSlice record)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var start = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (reader.ValueSpan.Length)
            {
                case 4 when reader.ValueTextEquals("Keys"u8):
                    reader.Read();
                    record.Key = reader.ObjectOrNothing();
                    break;
                case 14 when reader.ValueTextEquals("SequenceNumber"u8):
                    reader.Read();
                    record.Id = reader.ContentOrNothing();
                    break;
                case 27 when reader.ValueTextEquals("ApproximateCreationDateTime"u8):
                    reader.Read();
                    record.Time = reader.ContentOrNothing();
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }

        record.Body = new Slice(start, (int)reader.BytesConsumed - start);
        record.Encoding = BodyEncoding.TableChange;
    }
}
