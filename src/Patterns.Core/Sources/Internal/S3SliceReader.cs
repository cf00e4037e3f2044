using System.Text.Json;

namespace Patterns.Sources.Internal;

internal static class S3SliceReader
{
    /// <summary>Reads <c>s3</c>: the bucket's ARN, the object's key and its sequencer, which serves as the record's id.</summary>
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
                case 3 when reader.ValueTextEquals("arn"u8):
                    reader.Read();
                    record.SourceArn = reader.ContentOrNothing();
                    break;
                case 3 when reader.ValueTextEquals("key"u8):
                    reader.Read();
                    record.Key = reader.ContentOrNothing();
                    break;
                case 9 when reader.ValueTextEquals("sequencer"u8):
                    reader.Read();
                    record.Id = reader.ContentOrNothing();
                    break;
                case 6 when reader.ValueTextEquals("bucket"u8) || reader.ValueTextEquals("object"u8):
                    reader.Read();
                    Read(ref reader, ref record);
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
    }
}
