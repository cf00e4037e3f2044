using System.Text.Json;
using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class PutRecords
{
    public static void Run(KinesisCall call)
    {
        var stream = call.Stream();
        var outcomes = stream.Put(Read(call, stream));
        call.Answer.WriteNumber("FailedRecordCount"u8, outcomes.Count(outcome => outcome.SequenceNumber is null));
        call.Answer.WriteStartArray("Records"u8);
        foreach (var outcome in outcomes)
        {
            Write(call.Answer, stream, outcome);
        }

        call.Answer.WriteEndArray();
        call.Answer.WriteString("EncryptionType"u8, "NONE"u8);
    }

    private static List<NewRecord> Read(KinesisCall call, KinesisStream stream)
    {
        var inputs = call.Input.List("Records", JsonValueKind.Object, item => new KinesisInput(item)) ?? throw KinesisErrors.Missing("records");
        if (inputs.Count is 0 or > KinesisLimits.RecordsPerPut)
        {
            var constraint = inputs.Count == 0 ? "greater than or equal to 1" : $"less than or equal to {KinesisLimits.RecordsPerPut}";
            throw KinesisErrors.Constraint(null, "records", $"Member must have length {constraint}");
        }

        var records = new List<NewRecord>(inputs.Count);
        var bytes = 0L;
        foreach (var input in inputs)
        {
            var record = RecordInput.Read(input, stream, $"records.{records.Count + 1}.member.");
            bytes += record.Size;
            records.Add(record);
        }

        return bytes <= KinesisLimits.PutBytes ? records : throw KinesisErrors.InvalidArgument($"Records size exceeds {KinesisLimits.PutBytes / KinesisLimits.Mebibyte} MB limit");
    }

    private static void Write(Utf8JsonWriter json, KinesisStream stream, in PutOutcome outcome)
    {
        json.WriteStartObject();
        if (outcome.SequenceNumber is { } number)
        {
            json.WriteString("SequenceNumber"u8, number);
            json.WriteString("ShardId"u8, outcome.ShardId);
        }
        else
        {
            json.WriteString("ErrorCode"u8, KinesisErrors.ThroughputExceeded);
            json.WriteString("ErrorMessage"u8, KinesisErrors.RateExceededMessage(stream, outcome.ShardId));
        }

        json.WriteEndObject();
    }
}
