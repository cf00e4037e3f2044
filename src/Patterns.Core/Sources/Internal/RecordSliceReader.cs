using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Reads one element of <c>Records</c>, whatever the source; the reader stands on its opening brace.</summary>
/// <remarks>
/// The members that tell the sources apart come at different places (SQS near the end, SNS first), so one pass collects
/// the members of all of them.
/// </remarks>
internal static class RecordSliceReader
{
    public static RecordSlice Read(ref Utf8JsonReader reader, byte[] bytes)
    {
        var record = default(RecordSlice);
        var start = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, ref record, bytes);
        }

        record.Whole = new Slice(start, (int)reader.BytesConsumed - start);
        if (record.Source == SourceKind.S3)
        {
            record.Body = record.Whole;
            record.Encoding = BodyEncoding.Plain;
        }

        return record;
    }

    private static void ReadMember(ref Utf8JsonReader reader, ref RecordSlice record, byte[] bytes)
    {
        switch (reader.ValueSpan.Length)
        {
            case 2 when reader.ValueTextEquals("s3"u8):
                reader.Read();
                S3SliceReader.Read(ref reader, ref record);
                break;
            case 3 when reader.ValueTextEquals("Sns"u8):
                reader.Read();
                SnsSliceReader.Read(ref reader, ref record);
                break;
            case 4 when reader.ValueTextEquals("body"u8):
                reader.Read();
                reader.TakeTextBody(ref record);
                break;
            case 4 when reader.ValueTextEquals("data"u8):
            case 7 when reader.ValueTextEquals("kinesis"u8):
            case 12 when reader.ValueTextEquals("partitionKey"u8):
            case 14 when reader.ValueTextEquals("sequenceNumber"u8):
            case 27 when reader.ValueTextEquals("approximateArrivalTimestamp"u8):
                KinesisSliceReader.ReadMember(ref reader, ref record);
                break;
            case 7 when reader.ValueTextEquals("eventID"u8):
                reader.Read();
                record.EventId = reader.ContentOrNothing();
                break;
            case 8 when reader.ValueTextEquals("dynamodb"u8):
                reader.Read();
                DynamoDbSliceReader.Read(ref reader, ref record);
                break;
            case 9 when reader.ValueTextEquals("messageId"u8):
                reader.Read();
                record.Id = reader.ContentOrNothing();
                break;
            case 9 when reader.ValueTextEquals("eventName"u8):
                reader.Read();
                record.EventName = reader.ContentOrNothing();
                break;
            case 9 when reader.ValueTextEquals("eventTime"u8):
                reader.Read();
                record.Time = reader.ContentOrNothing();
                break;
            case 10 when reader.ValueTextEquals("attributes"u8):
                reader.Read();
                SqsSliceReader.ReadSystemAttributes(ref reader, ref record);
                break;
            case 11 when reader.ValueTextEquals("eventSource"u8) || reader.ValueTextEquals("EventSource"u8):
                reader.Read();
                ReadSource(ref reader, ref record, bytes);
                break;
            case 14 when reader.ValueTextEquals("eventSourceARN"u8):
                reader.Read();
                record.SourceArn = reader.ContentOrNothing();
                break;
            case 17 when reader.ValueTextEquals("messageAttributes"u8):
                reader.Read();
                record.Attributes = reader.ObjectOrNothing();
                record.AttributeForm = AttributeForm.Sqs;
                break;
            default:
                reader.Read();
                reader.Skip();
                break;
        }
    }

    private static void ReadSource(ref Utf8JsonReader reader, ref RecordSlice record, byte[] bytes)
    {
        var name = reader.ContentOrNothing();
        record.Source = Known(name.Of(bytes));
        record.UnknownSource = record.Source is null ? name : default;
    }

    private static SourceKind? Known(ReadOnlySpan<byte> eventSource) => eventSource switch
    {
        _ when eventSource.SequenceEqual("aws:sqs"u8) => SourceKind.Sqs,
        _ when eventSource.SequenceEqual("aws:sns"u8) => SourceKind.Sns,
        _ when eventSource.SequenceEqual("aws:kinesis"u8) => SourceKind.Kinesis,
        _ when eventSource.SequenceEqual("aws:dynamodb"u8) => SourceKind.DynamoDb,
        _ when eventSource.SequenceEqual("aws:s3"u8) => SourceKind.S3,
        _ => null,
    };
}
