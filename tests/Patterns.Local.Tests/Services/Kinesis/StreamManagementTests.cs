using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Kinesis;

public sealed class StreamManagementTests
{
    private readonly KinesisWorld _world = new();

    [Fact]
    public void A_stream_is_active_at_once_and_described_with_its_shards()
    {
        var created = _world.Clock.GetUtcNow().ToUnixTimeSeconds();
        _world.Create(2);

        Assert.Equal(
            $$$"""{"StreamDescription":{"StreamName":"s","StreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s","StreamStatus":"ACTIVE","StreamModeDetails":{"StreamMode":"PROVISIONED"},"StreamCreationTimestamp":{{{created}}},"RetentionPeriodHours":24,"EnhancedMonitoring":[{"ShardLevelMetrics":[]}],"EncryptionType":"NONE","Shards":[{"ShardId":"shardId-000000000000","HashKeyRange":{"StartingHashKey":"0","EndingHashKey":"170141183460469231731687303715884105727"},"SequenceNumberRange":{"StartingSequenceNumber":"{{{Start(0)}}}"}},{"ShardId":"shardId-000000000001","HashKeyRange":{"StartingHashKey":"170141183460469231731687303715884105728","EndingHashKey":"340282366920938463463374607431768211455"},"SequenceNumberRange":{"StartingSequenceNumber":"{{{Start(1)}}}"}}],"HasMoreShards":false}}""",
            _world.Call("DescribeStream").GetRawText());
        Assert.Equal(
            $$$"""{"StreamDescriptionSummary":{"StreamName":"s","StreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s","StreamStatus":"ACTIVE","StreamModeDetails":{"StreamMode":"PROVISIONED"},"StreamCreationTimestamp":{{{created}}},"RetentionPeriodHours":24,"EnhancedMonitoring":[{"ShardLevelMetrics":[]}],"EncryptionType":"NONE","OpenShardCount":2,"ConsumerCount":0,"MaxRecordSizeInKiB":1024}}""",
            _world.Call("DescribeStreamSummary").GetRawText());
    }

    [Fact]
    public void Three_shards_divide_the_hash_keys_as_the_service_does()
    {
        _world.Create(3);

        Assert.Equal(
            ["0-113427455640312821154458202477256070484", "113427455640312821154458202477256070485-226854911280625642308916404954512140969", "226854911280625642308916404954512140970-340282366920938463463374607431768211455"],
            _world.Shards().Select(Range));
    }

    [Fact]
    public void A_stream_on_demand_has_four_shards_that_its_owner_cannot_change()
    {
        _world.Call("CreateStream", new() { ["StreamModeDetails"] = new JsonObject { ["StreamMode"] = "ON_DEMAND" } });

        Assert.Equal(4, _world.Shards().Count);
        foreach (var (operation, input) in new (string, JsonObject)[]
        {
            ("SplitShard", new() { ["ShardToSplit"] = "shardId-000000000000", ["NewStartingHashKey"] = "10" }),
            ("MergeShards", new() { ["ShardToMerge"] = "shardId-000000000000", ["AdjacentShardToMerge"] = "shardId-000000000001" }),
            ("UpdateShardCount", new() { ["TargetShardCount"] = 2, ["ScalingType"] = "UNIFORM_SCALING" }),
        })
        {
            Assert.Equal($"ValidationException: {operation} is not supported for stream s under account 000000000000, because it is in ON_DEMAND mode.", _world.Fail(operation, input));
        }
    }

    [Fact]
    public void A_stream_changes_its_mode_and_keeps_its_shards()
    {
        _world.Create(3);

        _world.Run("UpdateStreamMode", new() { ["StreamARN"] = _world.Arn, ["StreamModeDetails"] = new JsonObject { ["StreamMode"] = "ON_DEMAND" } });

        var summary = _world.Call("DescribeStreamSummary").GetProperty("StreamDescriptionSummary");
        Assert.Equal(("ON_DEMAND", 3), (KinesisWorld.Text(summary.GetProperty("StreamModeDetails"), "StreamMode"), summary.GetProperty("OpenShardCount").GetInt32()));
    }

    [Fact]
    public void Mistakes_in_a_new_stream_have_the_services_errors()
    {
        _world.Create();

        Assert.Equal("ResourceInUseException: Stream s under account 000000000000 already exists.", _world.Fail("CreateStream", new() { ["ShardCount"] = 1 }));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value 'a b' at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
            _world.FailRun("CreateStream", new() { ["StreamName"] = "a b", ["ShardCount"] = 1 }));
        Assert.StartsWith("ValidationException: ShardCount must be specified", _world.FailRun("CreateStream", new() { ["StreamName"] = "b" }), StringComparison.Ordinal);
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '0' at 'shardCount' failed to satisfy constraint: Member must have value greater than or equal to 1",
            _world.FailRun("CreateStream", new() { ["StreamName"] = "b", ["ShardCount"] = 0 }));
        Assert.Equal("SerializationException: ShardCount has the wrong type.", _world.FailRun("CreateStream", new() { ["StreamName"] = "b", ["ShardCount"] = "1" }));
    }

    [Fact]
    public void A_deleted_stream_is_gone_and_its_name_is_free()
    {
        _world.Create();
        var iterator = _world.Iterator("TRIM_HORIZON");
        var arn = _world.Arn;

        _world.Run("DeleteStream", new() { ["StreamARN"] = arn });

        Assert.Equal("ResourceNotFoundException: Stream s under account 000000000000 not found.", _world.Fail("DescribeStreamSummary"));
        Assert.Equal("ResourceNotFoundException: Stream s under account 000000000000 not found.", _world.FailRun("DescribeStreamSummary", new() { ["StreamARN"] = arn }));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        _world.Create();
        Assert.Equal(
            "ResourceNotFoundException: Shard shardId-000000000000 in stream s under account 000000000000 does not exist",
            _world.FailRun("GetRecords", new() { ["ShardIterator"] = iterator }));
    }

    [Fact]
    public void A_request_names_one_stream_by_name_or_ARN()
    {
        _world.Create();

        Assert.Equal("InvalidArgumentException: Either StreamName or StreamARN must be specified.", _world.FailRun("DescribeStreamSummary", []));
        Assert.Equal($"InvalidArgumentException: StreamName t is not the name in StreamARN {_world.Arn}.", _world.FailRun("DescribeStreamSummary", new() { ["StreamName"] = "t", ["StreamARN"] = _world.Arn }));
    }

    [Fact]
    public void Streams_are_listed_page_by_page()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            _world.Run("CreateStream", new() { ["StreamName"] = name, ["ShardCount"] = 1 });
        }

        var first = _world.Run("ListStreams", new() { ["Limit"] = 2 });
        var second = _world.Run("ListStreams", new() { ["NextToken"] = KinesisWorld.Text(first, "NextToken") });

        Assert.Equal(("""["a","b"]""", true), (first.GetProperty("StreamNames").GetRawText(), first.GetProperty("HasMoreStreams").GetBoolean()));
        Assert.Equal(("""["c"]""", false), (second.GetProperty("StreamNames").GetRawText(), second.GetProperty("HasMoreStreams").GetBoolean()));
        Assert.Equal("c", KinesisWorld.Text(second.GetProperty("StreamSummaries")[0], "StreamName"));
    }

    [Fact]
    public void Retention_grows_and_shrinks_within_its_bounds()
    {
        _world.Create();

        _world.Call("IncreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 48 });
        Assert.Equal(
            "InvalidArgumentException: Requested retention period (25 hours) for stream s can not be shorter than existing retention period (48 hours). Use DecreaseRetentionPeriod API.",
            _world.Fail("IncreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 25 }));
        Assert.Equal(
            "InvalidArgumentException: Minimum allowed retention period is 24 hours. Requested retention period (23 hours) is too short.",
            _world.Fail("DecreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 23 }));
        Assert.StartsWith("InvalidArgumentException: Maximum allowed retention period is 8760 hours.", _world.Fail("IncreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 8761 }), StringComparison.Ordinal);
        _world.Call("DecreaseStreamRetentionPeriod", new() { ["RetentionPeriodHours"] = 24 });

        Assert.Equal(24, _world.Call("DescribeStreamSummary").GetProperty("StreamDescriptionSummary").GetProperty("RetentionPeriodHours").GetInt32());
    }

    [Fact]
    public void Tags_are_kept_in_both_forms_of_the_API()
    {
        _world.Create();

        _world.Call("AddTagsToStream", new() { ["Tags"] = new JsonObject { ["a"] = "1", ["b"] = "2" } });
        _world.Run("TagResource", new() { ["ResourceARN"] = _world.Arn, ["Tags"] = new JsonObject { ["c"] = "3" } });
        _world.Call("RemoveTagsFromStream", new() { ["TagKeys"] = new JsonArray("a") });

        Assert.Equal("""{"Tags":[{"Key":"b","Value":"2"}],"HasMoreTags":true}""", _world.Call("ListTagsForStream", new() { ["Limit"] = 1 }).GetRawText());
        _world.Run("UntagResource", new() { ["ResourceARN"] = _world.Arn, ["TagKeys"] = new JsonArray("b") });
        Assert.Equal("""{"Tags":[{"Key":"c","Value":"3"}]}""", _world.Run("ListTagsForResource", new() { ["ResourceARN"] = _world.Arn }).GetRawText());
    }

    [Fact]
    public void Enhanced_fan_out_is_refused_by_name()
    {
        Assert.Equal(
            "UnknownOperationException: The operation SubscribeToShard of Kinesis is not emulated here: enhanced fan-out is not; read the shards with GetRecords, or by an event source mapping.",
            _world.Fail("SubscribeToShard"));
        Assert.Equal(
            "UnknownOperationException: The operation StartStreamEncryption of Kinesis is not emulated here; docs/conformance.md lists what is.",
            _world.Fail("StartStreamEncryption"));
    }

    [Fact]
    public void Limits_count_the_streams_and_their_open_shards()
    {
        _world.Create(3);

        Assert.Equal("""{"ShardLimit":20000,"OpenShardCount":3,"OnDemandStreamCount":0,"OnDemandStreamCountLimit":50}""", _world.Run("DescribeLimits", []).GetRawText());
    }

    private string Start(int shard) => KinesisWorld.Text(_world.Shards()[shard].GetProperty("SequenceNumberRange"), "StartingSequenceNumber");

    private static string Range(System.Text.Json.JsonElement shard)
    {
        var range = shard.GetProperty("HashKeyRange");
        return $"{KinesisWorld.Text(range, "StartingHashKey")}-{KinesisWorld.Text(range, "EndingHashKey")}";
    }
}
