using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Finds the message inside a body that is an envelope of its own.</summary>
/// <remarks>
/// A queue that is subscribed to a topic holds notifications, one behind a bus holds bus events, and any of them may hold
/// structured CloudEvents. Bodies that are none of these are messages themselves.
/// </remarks>
internal static class EnvelopeReader
{
    public static JsonRecordBatch? TryRead(ReadOnlySpan<byte> body)
    {
        if (!MayBeEnvelope(body))
        {
            return null;
        }

        var batch = new JsonRecordBatch(EventBuffer.Of(body.ToArray()));
        try
        {
            return TryReadNotification(batch) || TryReadBusEvent(batch) || CloudEventReader.TryRead(batch) ? batch : null;
        }
        catch (JsonException)
        {
            // Not JSON: the message's own decoder says what is wrong with it.
            return null;
        }
    }

    /// <summary>A quick no for almost every body that is a plain message.</summary>
    private static bool MayBeEnvelope(ReadOnlySpan<byte> body) =>
        body.Length > 0
        && body[0] is (byte)'{' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'
        && (body.IndexOf("\"TopicArn\""u8) >= 0 || body.IndexOf("\"detail-type\""u8) >= 0 || body.IndexOf("\"specversion\""u8) >= 0);

    private static bool TryReadNotification(JsonRecordBatch batch)
    {
        var reader = new Utf8JsonReader(batch.Payload.Span, JsonLimits.Reader);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject || !IsNotification(reader))
        {
            return false;
        }

        var record = new RecordSlice { Source = SourceKind.Sns };
        SnsSliceReader.Read(ref reader, ref record);
        if (!record.Body.IsPresent || !record.SourceArn.IsPresent)
        {
            return false;
        }

        batch.Add(record);
        return true;
    }

    private static bool IsNotification(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("Type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Notification"u8);
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryReadBusEvent(JsonRecordBatch batch)
    {
        var reader = new Utf8JsonReader(batch.Payload.Span, JsonLimits.Reader);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var bus = default(BusEventSlices);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bus.ReadMember(ref reader);
        }

        return bus.TryTake(batch, new Slice(0, batch.Payload.Length)) && batch.Count == 1;
    }
}
