using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class PutRecord
{
    public static void Run(KinesisCall call)
    {
        var stream = call.Stream();
        var record = RecordInput.Read(call.Input, stream);
        CheckOrdering(call, stream);
        var outcome = stream.Put(record);
        call.Answer.WriteString("ShardId"u8, outcome.ShardId);
        call.Answer.WriteString("SequenceNumber"u8, outcome.SequenceNumber ?? throw KinesisErrors.RateExceeded(stream, outcome.ShardId));
        call.Answer.WriteString("EncryptionType"u8, "NONE"u8);
    }

    // The numbers of a shard always grow here, so that there is nothing to do about a number that is one.
    private static void CheckOrdering(KinesisCall call, KinesisStream stream)
    {
        if (call.Input.Text("SequenceNumberForOrdering") is { } number && !SequenceNumber.TryParse(number, out _))
        {
            throw KinesisErrors.InvalidArgument(
                $"ExclusiveMinimumSequenceNumber {number} used in PutRecord on stream {stream.Name} under account {stream.Account} is invalid.");
        }
    }
}
