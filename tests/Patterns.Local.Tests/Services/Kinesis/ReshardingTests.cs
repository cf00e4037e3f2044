using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Kinesis;

public sealed class ReshardingTests
{
    private const string First = "shardId-000000000000";
    private const string Second = "shardId-000000000001";
    private const string Third = "shardId-000000000002";
    private const string Half = "170141183460469231731687303715884105728";

    private readonly KinesisWorld _world = new();

    [Fact]
    public void A_split_shard_is_closed_and_continued_by_its_children()
    {
        _world.Create();
        var before = _world.Put("before");
        _world.Call("SplitShard", new() { ["ShardToSplit"] = First, ["NewStartingHashKey"] = Half });
        var after = new[] { _world.Put("after", "a"), _world.Put("after", "b") };

        var shards = _world.Shards();
        Assert.Equal([First, Second, Third], _world.ShardIds());
        Assert.Equal([null, First, First], shards.Select(shard => Optional(shard, "ParentShardId")));
        Assert.Equal(("0", Half), (Range(shards[1]).Start, Range(shards[2]).Start));
        var ending = KinesisWorld.Text(shards[0].GetProperty("SequenceNumberRange"), "EndingSequenceNumber");
        Assert.All(after, number => Assert.True(string.CompareOrdinal(before, ending) < 0 && string.CompareOrdinal(ending, number) < 0));

        var read = _world.Read(_world.Iterator("TRIM_HORIZON"));
        Assert.Equal(["before"], KinesisWorld.Data(read));
        Assert.False(read.TryGetProperty("NextShardIterator", out _));
        Assert.Equal([Second, Third], read.GetProperty("ChildShards").EnumerateArray().Select(child => KinesisWorld.Text(child, "ShardId")));
        Assert.Equal($"""["{First}"]""", read.GetProperty("ChildShards")[0].GetProperty("ParentShards").GetRawText());
        Assert.Equal(["after", "after"], [.. _world.ReadAll(Second), .. _world.ReadAll(Third)]);
    }

    [Fact]
    public void Merged_shards_are_continued_by_one_with_two_parents()
    {
        _world.Create(2);
        _world.Put("a", "a");
        _world.Put("b", "b");
        _world.Call("MergeShards", new() { ["ShardToMerge"] = Second, ["AdjacentShardToMerge"] = First });

        var child = _world.Shards()[2];
        Assert.Equal((Second, First), (Optional(child, "ParentShardId"), Optional(child, "AdjacentParentShardId")));
        Assert.Equal(("0", "340282366920938463463374607431768211455"), Range(child));
        Assert.Equal(Third, KinesisWorld.Text(_world.Call("PutRecord", new() { ["PartitionKey"] = "a", ["Data"] = "" }), "ShardId"));
        Assert.Equal(1, _world.Call("DescribeStreamSummary").GetProperty("StreamDescriptionSummary").GetProperty("OpenShardCount").GetInt32());
    }

    [Fact]
    public void Mistakes_have_the_services_errors()
    {
        _world.Create(3);
        var end = Range(_world.Shards()[0]).End;

        Assert.Equal(
            $"InvalidArgumentException: NewStartingHashKey {end} used in SplitShard() on shard {First} in stream s under account 000000000000 is not both greater than one plus the shard's StartingHashKey 0 and less than the shard's EndingHashKey {end}.",
            _world.Fail("SplitShard", new() { ["ShardToSplit"] = First, ["NewStartingHashKey"] = end }));
        Assert.Equal(
            "ResourceNotFoundException: Could not find shard shardId-000000000009 in stream s under account 000000000000.",
            _world.Fail("SplitShard", new() { ["ShardToSplit"] = "shardId-000000000009", ["NewStartingHashKey"] = "10" }));
        Assert.Equal(
            $"InvalidArgumentException: Shards {First} and {Third} in stream s under account 000000000000 are not an adjacent pair of shards eligible for merging",
            _world.Fail("MergeShards", new() { ["ShardToMerge"] = First, ["AdjacentShardToMerge"] = Third }));
        _world.Call("MergeShards", new() { ["ShardToMerge"] = First, ["AdjacentShardToMerge"] = Second });
        Assert.StartsWith("InvalidArgumentException", _world.Fail("SplitShard", new() { ["ShardToSplit"] = First, ["NewStartingHashKey"] = "10" }), StringComparison.Ordinal);
        Assert.StartsWith("LimitExceededException", _world.Fail("UpdateShardCount", new() { ["TargetShardCount"] = 5, ["ScalingType"] = "UNIFORM_SCALING" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 2)]
    [InlineData(4, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    [InlineData(7, 7)]
    public void A_count_of_shards_gives_even_ranges_and_loses_no_place(int from, int to)
    {
        _world.Create(from);
        var keys = Enumerable.Range(0, 50).Select(number => $"key-{number}").ToList();
        keys.ForEach(key => _world.Put("before", key));
        var before = _world.Call("UpdateShardCount", new() { ["TargetShardCount"] = to, ["ScalingType"] = "UNIFORM_SCALING" });
        keys.ForEach(key => _world.Put("after", key));

        Assert.Equal((from, to), (before.GetProperty("CurrentShardCount").GetInt32(), before.GetProperty("TargetShardCount").GetInt32()));
        var even = new KinesisWorld().Create(to).Shards().Select(Range);
        Assert.Equal(even, Open().Select(Range).OrderBy(range => UInt128.Parse(range.Start, CultureInfo.InvariantCulture)));
        Assert.Equal(100, _world.ShardIds().Sum(shard => _world.ReadAll(shard).Count));
    }

    [Fact]
    public void Filters_choose_shards_by_time_and_place()
    {
        _world.Create();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var beforeSplit = Now();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        _world.Call("SplitShard", new() { ["ShardToSplit"] = First, ["NewStartingHashKey"] = Half });
        _world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal([First], _world.ShardIds(Filter("AT_TRIM_HORIZON")));
        Assert.Equal([First, Second, Third], _world.ShardIds(Filter("FROM_TRIM_HORIZON")));
        Assert.Equal([Second, Third], _world.ShardIds(Filter("AT_LATEST")));
        Assert.Equal([First], _world.ShardIds(Filter("AT_TIMESTAMP", beforeSplit)));
        Assert.Equal([Second, Third], _world.ShardIds(Filter("AT_TIMESTAMP", Now())));
        Assert.Equal([First, Second, Third], _world.ShardIds(Filter("FROM_TIMESTAMP", beforeSplit)));
        Assert.Equal([Third], _world.ShardIds(Filter("AFTER_SHARD_ID", shard: Second)));
        Assert.Equal([Third], _world.ShardIds(new() { ["ExclusiveStartShardId"] = Second }));
        Assert.StartsWith("InvalidArgumentException: Timestamp must be specified", _world.Fail("ListShards", Filter("AT_TIMESTAMP")), StringComparison.Ordinal);
        Assert.StartsWith("InvalidArgumentException: ShardId must be specified", _world.Fail("ListShards", Filter("AFTER_SHARD_ID")), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_shards_follow_each_other_for_five_minutes()
    {
        _world.Create(5);
        var first = _world.Call("ListShards", new() { ["MaxResults"] = 3, ["ShardFilter"] = new JsonObject { ["Type"] = "AT_LATEST" } });
        var token = KinesisWorld.Text(first, "NextToken");
        var second = _world.Run("ListShards", new() { ["NextToken"] = token, ["MaxResults"] = 3 });

        Assert.Equal((3, 2), (first.GetProperty("Shards").GetArrayLength(), second.GetProperty("Shards").GetArrayLength()));
        Assert.False(second.TryGetProperty("NextToken", out _));
        Assert.Equal("InvalidArgumentException: NextToken and StreamName cannot be provided together.", _world.Fail("ListShards", new() { ["NextToken"] = token }));
        Assert.Equal("InvalidArgumentException: Invalid NextToken.", _world.FailRun("ListShards", new() { ["NextToken"] = "x" }));
        _world.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.StartsWith("ExpiredNextTokenException", _world.FailRun("ListShards", new() { ["NextToken"] = token }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_shard_goes_when_its_last_record_could_no_longer_be_read()
    {
        _world.Create();
        _world.Put("x");
        _world.Call("SplitShard", new() { ["ShardToSplit"] = First, ["NewStartingHashKey"] = Half });
        _world.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal([Second, Third], _world.ShardIds());
        Assert.StartsWith("ResourceNotFoundException", _world.Fail("GetShardIterator", new() { ["ShardId"] = First, ["ShardIteratorType"] = "TRIM_HORIZON" }), StringComparison.Ordinal);
    }

    private IEnumerable<JsonElement> Open() => _world.Shards(Filter("AT_LATEST"));

    private double Now() => _world.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    private static JsonObject Filter(string type, double? time = null, string? shard = null)
    {
        var filter = new JsonObject { ["Type"] = type };
        if (time is not null)
        {
            filter["Timestamp"] = time;
        }

        if (shard is not null)
        {
            filter["ShardId"] = shard;
        }

        return new JsonObject { ["ShardFilter"] = filter };
    }

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static (string Start, string End) Range(JsonElement shard) =>
        (KinesisWorld.Text(shard.GetProperty("HashKeyRange"), "StartingHashKey"), KinesisWorld.Text(shard.GetProperty("HashKeyRange"), "EndingHashKey"));
}
