using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class PutRecordBatch : IFirehoseOperation
{
    public void Run(FirehoseCall call)
    {
        var stream = call.Service.FindForPut(call.Input.Required("DeliveryStreamName"));
        var records = Records(call.Input);
        foreach (var record in records)
        {
            stream.Add(record);
        }

        call.Json.WriteNumber("FailedPutCount", 0);
        call.Json.WriteBoolean("Encrypted", false);
        call.Json.WriteStartArray("RequestResponses");
        for (var index = 0; index < records.Count; index++)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("RecordId", RecordData.NewId());
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    // Nothing is taken of a request that is not valid as a whole.
    private static List<byte[]> Records(FirehoseInput input)
    {
        var entries = input.Objects("Records") ?? throw FirehoseErrors.Constraint("records", "Member must not be null");
        if (entries.Count is 0 or > FirehoseLimits.BatchRecords)
        {
            throw FirehoseErrors.Constraint("records", entries.Count == 0 ? "Member must have length greater than or equal to 1" : "Member must have length less than or equal to 500");
        }

        var records = entries.Select((entry, index) => RecordData.Of(entry, $"records.{index + 1}.member")).ToList();
        return records.Sum(record => (long)record.Length) <= FirehoseLimits.BatchBytes
            ? records
            : throw FirehoseErrors.InvalidArgument("Records size exceeds 4 MB limit");
    }
}
