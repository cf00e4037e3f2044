using System.Text;
using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Recognises the source of an event and finds its records, in one pass over the bytes.</summary>
internal static class EventReader
{
    private const int QuotedCharacters = 200;
    private const string Expected =
        "Expected an event of SQS, SNS, Kinesis, DynamoDB Streams, EventBridge or S3, or a message as the payload itself";

    /// <exception cref="UnknownEventException">The payload is not JSON, or its records come from a source that is not known.</exception>
    public static JsonRecordBatch Read(EventBuffer payload)
    {
        try
        {
            var batch = new JsonRecordBatch(payload);
            var reader = new Utf8JsonReader(payload.Span, JsonLimits.Reader);
            reader.Read();
            var isEvent = reader.TokenType switch
            {
                JsonTokenType.StartObject => ReadObject(ref reader, batch),
                JsonTokenType.StartArray => ReadRecords(ref reader, batch) && batch.Count > 0,
                _ => false,
            };

            while (reader.Read())
            {
                // What follows the root must be well formed, too.
            }

            if (!isEvent)
            {
                batch.BecomeDirect();
            }

            return batch;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The reader throws the latter for a name whose escapes are no text.
            throw new UnknownEventException($"{Expected}, but it is not JSON: {Quote(payload)}", malformed);
        }
    }

    /// <summary>Reads an object at the root; false when it is no event but a message.</summary>
    private static bool ReadObject(ref Utf8JsonReader reader, JsonRecordBatch batch)
    {
        var bus = default(BusEventSlices);
        var start = (int)reader.TokenStartIndex;
        var isWindow = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("Records"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.StartArray && ReadRecords(ref reader, batch) && batch.Count > 0)
                {
                    SkipRest(ref reader);
                    return true;
                }

                reader.Skip();
            }
            else
            {
                isWindow |= reader.ValueTextEquals("isFinalInvokeForWindow"u8);
                bus.ReadMember(ref reader);
            }
        }

        if (isWindow)
        {
            // The last invocation of a tumbling window may have no records.
            batch.BecomeEmpty(SourceKind.Kinesis);
            return true;
        }

        return bus.TryTake(batch, new Slice(start, (int)reader.BytesConsumed - start));
    }

    /// <summary>Leaves the object whose records are read, over the members that a tumbling window puts beside them.</summary>
    private static void SkipRest(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            reader.Skip();
        }
    }

    /// <summary>Reads an array of records; false when its elements are no records. The reader is left on the closing bracket.</summary>
    private static bool ReadRecords(ref Utf8JsonReader reader, JsonRecordBatch batch)
    {
        var isEvent = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!isEvent || reader.TokenType != JsonTokenType.StartObject)
            {
                isEvent = false;
                reader.Skip();
                continue;
            }

            var record = RecordSliceReader.Read(ref reader, batch.Bytes);
            if (record.UnknownSource.IsPresent)
            {
                var name = Encoding.UTF8.GetString(record.UnknownSource.Of(batch.Bytes)[..Math.Min(record.UnknownSource.Length, 50)]);
                throw new UnknownEventException($"{Expected}, but its records come from '{name}': {Quote(batch.Payload)}");
            }

            isEvent = record.Source is not null;
            if (isEvent)
            {
                batch.Add(record);
            }
        }

        return isEvent;
    }

    private static string Quote(EventBuffer payload)
    {
        // Four bytes are the most that a character takes, so this is enough for the quoted characters.
        var head = payload.Span[..Math.Min(payload.Length, QuotedCharacters * 4)];
        var text = Encoding.UTF8.GetString(head);
        return text.Length switch
        {
            0 => "it is empty.",
            > QuotedCharacters => $"'{text[..QuotedCharacters]}'…",
            _ => $"'{text}'.",
        };
    }
}
