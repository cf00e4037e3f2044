using Patterns.Local.Services.DynamoDb.Streams.Wire;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.DynamoDb.Streams.Operations;

internal static class GetShardIterator
{
    private const string Types = "[AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]";

    public static void Run(StreamsCall call)
    {
        var (arn, id, type) = (call.Input.Required("StreamArn"), call.Input.Required("ShardId"), call.Input.Required("ShardIteratorType"));
        var shard = call.Stream(arn).Log.FindShard(id) ?? throw StreamErrors.ShardNotFound(id);
        var position = type switch
        {
            "TRIM_HORIZON" => shard.TrimHorizon,
            "LATEST" => shard.Tip,
            "AT_SEQUENCE_NUMBER" => At(shard, Number(call.Input)),
            "AFTER_SEQUENCE_NUMBER" => After(shard, Number(call.Input)),
            _ => throw StreamErrors.Constraint(type, "shardIteratorType", $"Member must satisfy enum value set: {Types}"),
        };
        call.Answer.WriteString("ShardIterator"u8, new ShardIterator(arn, id, position, call.Time.GetUtcNow()).ToString());
    }

    private static string Number(StreamsInput input)
    {
        var number = input.Text("SequenceNumber") ?? throw StreamErrors.Validation("SequenceNumber must be specified for this ShardIteratorType");
        return SequenceNumbers.IsValid(number) ? number : throw StreamErrors.InvalidSequenceNumber(number);
    }

    private static long After(Shard shard, string number)
    {
        var position = At(shard, number);
        var isThere = shard.Read(position, 1).Records is [var found] && SequenceNumbers.Compare(found.SequenceNumber, number) == 0;
        return isThere ? position + 1 : position;
    }

    private static long At(Shard shard, string number)
    {
        if (SequenceNumbers.Compare(number, shard.StartingSequenceNumber) < 0 || SequenceNumbers.Compare(number, shard.LastSequenceNumber) > 0)
        {
            throw StreamErrors.InvalidSequenceNumber(number);
        }

        var position = shard.PositionOf(number);
        var oldest = shard.TrimHorizon;
        var isExact = shard.Read(position, 1).Records is [var found] && SequenceNumbers.Compare(found.SequenceNumber, number) == 0;
        return isExact || position > oldest || oldest == 0 ? position : throw StreamErrors.Trimmed();
    }
}
