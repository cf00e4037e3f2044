using System.Globalization;
using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Kinesis.Wire;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Kinesis.Operations;

internal static class GetShardIterator
{
    private const string At = "AT_SEQUENCE_NUMBER";
    private const string After = "AFTER_SEQUENCE_NUMBER";
    private const string TrimHorizon = "TRIM_HORIZON";
    private const string Latest = "LATEST";
    private const string AtTimestamp = "AT_TIMESTAMP";

    public static void Run(KinesisCall call)
    {
        var (id, type) = (call.Input.Required("ShardId"), call.Input.Required("ShardIteratorType"));
        Constraints.CheckShardId(id, "shardId");
        Constraints.CheckOneOf(type, "shardIteratorType", After, Latest, AtTimestamp, At, TrimHorizon);
        var stream = call.Stream();
        var shard = stream.FindShard(id) ?? throw KinesisErrors.ShardGone(stream.Name, id, stream.Account);
        var number = call.Input.Text("StartingSequenceNumber");
        CheckNumber(type, number);
        var position = type switch
        {
            TrimHorizon => shard.Log.TrimHorizon,
            Latest => shard.Log.Tip,
            AtTimestamp => shard.Log.PositionAt(TimeOf(call)),
            At => shard.Log.PositionOf(Known(stream, shard, number!)),
            _ => PositionAfter(shard.Log, Known(stream, shard, number!)),
        };
        call.Answer.WriteString("ShardIterator"u8, ShardIterator.For(stream, shard, position, call.Now).ToString());
    }

    private static void CheckNumber(string type, string? number)
    {
        if ((type is At or After) != (number is not null))
        {
            throw KinesisErrors.InvalidArgument(
                $"Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified {type} and {(number is null ? "no" : "also a")} StartingSequenceNumber.");
        }

        if (number is not null && (!SequenceNumbers.IsValid(number) || (number[0] == '0' && number.Length > 1)))
        {
            throw KinesisErrors.Constraint(number, "startingSequenceNumber", @"Member must satisfy regular expression pattern: 0|([1-9]\d{0,128})");
        }
    }

    private static DateTimeOffset TimeOf(KinesisCall call)
    {
        var time = call.Input.Time("Timestamp") ?? throw KinesisErrors.InvalidArgument(
            "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. Current request has no timestamp parameter.");
        return time <= call.Now ? time : throw KinesisErrors.InvalidArgument(string.Create(
            CultureInfo.InvariantCulture,
            $"The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: {time.ToUnixTimeMilliseconds()}, currentTimestampInMillis: {call.Now.ToUnixTimeMilliseconds()}"));
    }

    /// <summary>The number, once it is known to be one of the shard.</summary>
    private static string Known(KinesisStream stream, KinesisShard shard, string text)
    {
        var use = $"StartingSequenceNumber {text} used in GetShardIterator on shard {shard.Id} in stream {stream.Name} under account {stream.Account} is invalid";
        if (!SequenceNumber.TryParse(text, out var number))
        {
            throw KinesisErrors.InvalidArgument($"{use}.");
        }

        if (number.Shard != shard.Number)
        {
            throw KinesisErrors.InvalidArgument(
                $"Invalid StartingSequenceNumber. It encodes shardId-{number.Shard:D12}, while it was used in a call to a shard with {shard.Id}");
        }

        return number.ShardCreatedSecond == shard.CreatedSecond ? text : throw KinesisErrors.InvalidArgument($"{use} because it did not come from this stream.");
    }

    private static long PositionAfter(Shard log, string number)
    {
        var position = log.PositionOf(number);
        var isThere = log.Read(position, 1).Records is [var found] && SequenceNumbers.Compare(found.SequenceNumber, number) == 0;
        return isThere ? position + 1 : position;
    }
}
