using Patterns.Local.Services.Kinesis.Storage;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Which shards a list has.</summary>
/// <param name="Type">One of the service's names.</param>
/// <param name="ShardId">The shard that <c>AFTER_SHARD_ID</c> means.</param>
/// <param name="Time">The moment that the filters on a time mean.</param>
internal sealed record ShardFilter(string Type, string? ShardId, DateTimeOffset Time)
{
    private const string AfterShardId = "AFTER_SHARD_ID";
    private const string AtTrimHorizon = "AT_TRIM_HORIZON";
    private const string FromTrimHorizon = "FROM_TRIM_HORIZON";
    private const string AtLatest = "AT_LATEST";
    private const string AtTimestamp = "AT_TIMESTAMP";
    private const string FromTimestamp = "FROM_TIMESTAMP";

    private const string Everything = FromTrimHorizon;

    /// <exception cref="AwsException">The filter is unknown, or lacks what its type needs.</exception>
    public static ShardFilter Read(KinesisInput input)
    {
        if (input.Object("ShardFilter") is not { } filter)
        {
            return new ShardFilter(Everything, null, DateTimeOffset.UnixEpoch);
        }

        var type = filter.Text("Type") ?? throw KinesisErrors.Missing("shardFilter.type");
        Constraints.CheckOneOf(type, "shardFilter.type", AfterShardId, AtTrimHorizon, FromTrimHorizon, AtLatest, AtTimestamp, FromTimestamp);
        var (shardId, time) = (filter.Text("ShardId"), filter.Time("Timestamp"));
        Check(type, shardId, time);
        return new ShardFilter(type, shardId, time ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>The shards of the list, in the order given.</summary>
    public IEnumerable<KinesisShard> Of(KinesisStream stream, IReadOnlyList<KinesisShard> shards, DateTimeOffset now)
    {
        var horizon = Later(now - stream.Log.Retention, stream.CreatedAt);
        var moment = Later(Time, stream.CreatedAt);
        return Type switch
        {
            AfterShardId => shards.Where(shard => string.CompareOrdinal(shard.Id, ShardId) > 0),
            AtTrimHorizon => shards.Where(shard => shard.WasOpenAt(horizon)),
            AtLatest => shards.Where(shard => shard.IsOpen),
            AtTimestamp => shards.Where(shard => shard.WasOpenAt(moment)),
            FromTimestamp => shards.Where(shard => shard.WasOpenAt(moment) || shard.Log.StartedAt > moment),
            _ => shards,
        };
    }

    private static void Check(string type, string? shardId, DateTimeOffset? time)
    {
        if ((type == AfterShardId) != (shardId is not null))
        {
            throw KinesisErrors.InvalidArgument($"ShardId must be specified with a ShardFilter of type {AfterShardId}, and with no other.");
        }

        if ((type is AtTimestamp or FromTimestamp) != (time is not null))
        {
            throw KinesisErrors.InvalidArgument($"Timestamp must be specified with a ShardFilter of type {AtTimestamp} or {FromTimestamp}, and with no other.");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
