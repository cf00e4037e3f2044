using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class PutRecord : IFirehoseOperation
{
    public void Run(FirehoseCall call)
    {
        var stream = call.Service.FindForPut(call.Input.Required("DeliveryStreamName"));
        var record = call.Input.Object("Record") ?? throw FirehoseErrors.Constraint("record", "Member must not be null");
        stream.Add(RecordData.Of(record, "record"));
        call.Json.WriteString("RecordId", RecordData.NewId());
        call.Json.WriteBoolean("Encrypted", false);
    }
}
