using System.Text.Json;

namespace Patterns.Sources.Internal;

/// <summary>Reads a CloudEvent in structured JSON form: https://github.com/cloudevents/spec, version 1.0.</summary>
internal static class CloudEventReader
{
    public static bool TryRead(JsonRecordBatch batch)
    {
        var reader = new Utf8JsonReader(batch.Payload.Span, JsonLimits.Reader);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var record = new RecordSlice
        {
            Source = SourceKind.Direct,
            Attributes = new Slice(0, batch.Payload.Length),
            AttributeForm = AttributeForm.CloudEvent,
        };
        var data = default(CloudEventData);
        var isVersionOne = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isVersionOne |= ReadMember(ref reader, ref record, ref data);
        }

        data.TakeText(ref record);
        if (!isVersionOne || !record.Id.IsPresent || !record.SourceArn.IsPresent || !record.EventName.IsPresent || !record.Body.IsPresent)
        {
            return false;
        }

        batch.Add(record);
        return true;
    }

    /// <summary>Reads one member; true for a version that is supported.</summary>
    private static bool ReadMember(ref Utf8JsonReader reader, ref RecordSlice record, ref CloudEventData data)
    {
        switch (reader.ValueSpan.Length)
        {
            case 2 when reader.ValueTextEquals("id"u8):
                reader.Read();
                record.Id = reader.ContentOrNothing();
                return false;
            case 4 when reader.ValueTextEquals("data"u8):
                reader.Read();
                data.Read(ref reader, ref record);
                return false;
            case 4 when reader.ValueTextEquals("time"u8):
                reader.Read();
                record.Time = reader.ContentOrNothing();
                return false;
            case 4 when reader.ValueTextEquals("type"u8):
                reader.Read();
                record.EventName = reader.ContentOrNothing();
                return false;
            case 6 when reader.ValueTextEquals("source"u8):
                reader.Read();
                record.SourceArn = reader.ContentOrNothing();
                return false;
            case 11 when reader.ValueTextEquals("specversion"u8):
                reader.Read();
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("1.0"u8);
            case 11 when reader.ValueTextEquals("data_base64"u8):
                reader.Read();
                reader.TakeBase64Body(ref record);
                return false;
            case 15 when reader.ValueTextEquals("datacontenttype"u8):
                reader.Read();
                data.ReadContentType(ref reader);
                return false;
            default:
                reader.Read();
                reader.Skip();
                return false;
        }
    }
}
