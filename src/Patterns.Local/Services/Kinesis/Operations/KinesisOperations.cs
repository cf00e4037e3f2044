using System.Collections.Frozen;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Services.Kinesis.Operations;

/// <summary>Every operation of the API that is emulated, by name.</summary>
internal static class KinesisOperations
{
    private static readonly FrozenDictionary<string, Action<KinesisCall>> s_byName = new Dictionary<string, Action<KinesisCall>>
    {
        [nameof(AddTagsToStream)] = AddTagsToStream.Run,
        [nameof(CreateStream)] = CreateStream.Run,
        [nameof(DecreaseStreamRetentionPeriod)] = DecreaseStreamRetentionPeriod.Run,
        [nameof(DeleteStream)] = DeleteStream.Run,
        [nameof(DescribeLimits)] = DescribeLimits.Run,
        [nameof(DescribeStream)] = DescribeStream.Run,
        [nameof(DescribeStreamSummary)] = DescribeStreamSummary.Run,
        [nameof(GetRecords)] = GetRecords.Run,
        [nameof(GetShardIterator)] = GetShardIterator.Run,
        [nameof(IncreaseStreamRetentionPeriod)] = IncreaseStreamRetentionPeriod.Run,
        [nameof(ListShards)] = ListShards.Run,
        [nameof(ListStreams)] = ListStreams.Run,
        [nameof(ListTagsForResource)] = ListTagsForResource.Run,
        [nameof(ListTagsForStream)] = ListTagsForStream.Run,
        [nameof(MergeShards)] = MergeShards.Run,
        [nameof(PutRecord)] = PutRecord.Run,
        [nameof(PutRecords)] = PutRecords.Run,
        [nameof(RemoveTagsFromStream)] = RemoveTagsFromStream.Run,
        [nameof(SplitShard)] = SplitShard.Run,
        [nameof(TagResource)] = TagResource.Run,
        [nameof(UntagResource)] = UntagResource.Run,
        [nameof(UpdateMaxRecordSize)] = UpdateMaxRecordSize.Run,
        [nameof(UpdateShardCount)] = UpdateShardCount.Run,
        [nameof(UpdateStreamMode)] = UpdateStreamMode.Run,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> s_enhancedFanOut = new[]
    {
        "DeregisterStreamConsumer", "DescribeStreamConsumer", "ListStreamConsumers", "RegisterStreamConsumer", "SubscribeToShard",
    }.ToFrozenSet();

    public static IEnumerable<string> Names => s_byName.Keys;

    /// <exception cref="AwsException">There is no such operation here.</exception>
    public static Action<KinesisCall> Find(string name) => s_byName.GetValueOrDefault(name) ?? throw Unknown(name);

    private static AwsException Unknown(string name) => s_enhancedFanOut.Contains(name)
        ? new AwsException("UnknownOperationException", $"The operation {name} of Kinesis is not emulated here: enhanced fan-out is not; read the shards with GetRecords, or by an event source mapping.")
        : AwsException.UnknownOperation("Kinesis", name);
}
