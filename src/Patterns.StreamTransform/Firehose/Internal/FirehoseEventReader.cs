using System.Text;
using System.Text.Json;

namespace Patterns.Firehose.Internal;

/// <summary>Reads an event in one pass, noting where its records are.</summary>
internal static class FirehoseEventReader
{
    private const int QuotedCharacters = 200;

    /// <exception cref="UnknownEventException">The bytes are no event of Firehose.</exception>
    public static FirehoseEvent Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return ReadEvent(bytes) ?? throw Unknown(bytes, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Unknown(bytes, exception);
        }
    }

    private static FirehoseEvent? ReadEvent(ReadOnlyMemory<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var read = new FirehoseEvent(bytes);
        var hasRecords = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                hasRecords = ReadRecords(ref reader, read.Records);
            }
            else if (reader.ValueTextEquals("deliveryStreamArn"u8))
            {
                read.DeliveryStreamArn = Text(ref reader);
            }
            else if (reader.ValueTextEquals("sourceKinesisStreamArn"u8))
            {
                read.SourceStreamArn = Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // Reading on finds out whether anything stands behind the object.
        return hasRecords && reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? read : null;
    }

    private static bool ReadRecords(ref Utf8JsonReader reader, List<RecordSlices> records)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        records.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var record = ReadRecord(ref reader);
            if (!record.RecordId.IsPresent)
            {
                // Without an id there is nothing to report under.
                return false;
            }

            records.Add(record);
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }

    private static RecordSlices ReadRecord(ref Utf8JsonReader reader)
    {
        var record = default(RecordSlices);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("recordId"u8))
            {
                record.RecordId = String(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                record.Data = String(ref reader);
            }
            else if (reader.ValueTextEquals("approximateArrivalTimestamp"u8))
            {
                reader.Read();
                record.HasArrival = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out record.ArrivalMilliseconds);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("kinesisRecordMetadata"u8))
            {
                ReadKinesis(ref reader, ref record);
            }
            else
            {
                reader.Skip();
            }
        }

        return record;
    }

    private static void ReadKinesis(ref Utf8JsonReader reader, ref RecordSlices record)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        record.HasKinesis = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("shardId"u8))
            {
                record.ShardId = String(ref reader);
            }
            else if (reader.ValueTextEquals("partitionKey"u8))
            {
                record.PartitionKey = String(ref reader);
            }
            else if (reader.ValueTextEquals("sequenceNumber"u8))
            {
                record.SequenceNumber = String(ref reader);
            }
            else if (reader.ValueTextEquals("subsequenceNumber"u8))
            {
                reader.Read();
                record.SubsequenceNumber = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static Slice String(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return new Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
        }

        reader.Skip();
        return default;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private static UnknownEventException Unknown(ReadOnlyMemory<byte> bytes, Exception? cause)
    {
        var shown = Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, QuotedCharacters)]);
        return new UnknownEventException($"The payload is no event of Firehose, which has 'records' that each have a 'recordId': {shown}", cause);
    }
}
