using System.Text.Json;
using Amazon.KinesisFirehose.Model;

namespace Amazon.KinesisFirehose.Internal.Operations;

internal static class PutRecordOperation
{
    internal static readonly FirehoseOperation<PutRecordRequest, PutRecordResponse> Instance = new("PutRecord", Write, Read);

    internal static void WriteRecord(Utf8JsonWriter json, Record record)
    {
        json.WriteStartObject();
        json.Field("Data", record.Data);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PutRecordRequest request)
    {
        json.Field("DeliveryStreamName", request.DeliveryStreamName);
        if (request.Record is { } record)
        {
            json.WritePropertyName("Record");
            WriteRecord(json, record);
        }
    }

    private static PutRecordResponse Read(JsonElement json) => new()
    {
        Encrypted = json.Flag("Encrypted"),
        RecordId = json.Text("RecordId"),
    };
}
