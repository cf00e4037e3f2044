using System.Text;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace Patterns.Local.Tests.Sdk;

/// <summary>The client of the SDK against the runner.</summary>
public sealed class KinesisSdkTests : IAsyncLifetime
{
    private SdkEndpoint _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await SdkEndpoint.StartAsync();

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task A_stream_is_created_written_read_resharded_and_deleted()
    {
        await _aws.Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = "s", ShardCount = 1, Tags = new() { ["team"] = "a" } });
        var put = await _aws.Kinesis.PutRecordAsync(new PutRecordRequest { StreamName = "s", PartitionKey = "a", Data = Bytes("1") });
        var batch = await _aws.Kinesis.PutRecordsAsync(new PutRecordsRequest
        {
            StreamName = "s",
            Records = [new() { PartitionKey = "a", Data = Bytes("2") }, new() { PartitionKey = "b", Data = Bytes("3"), ExplicitHashKey = "0" }],
        });
        await _aws.Kinesis.SplitShardAsync(new SplitShardRequest { StreamName = "s", ShardToSplit = put.ShardId, NewStartingHashKey = "1000" });

        var read = await ReadAsync(put.ShardId, ShardIteratorType.TRIM_HORIZON);
        Assert.Equal((0, EncryptionType.NONE), (batch.FailedRecordCount, batch.EncryptionType));
        Assert.Equal(["1", "2", "3"], read.Records.Select(record => Encoding.UTF8.GetString(record.Data.ToArray())));
        Assert.Equal(_aws.Clock.GetUtcNow().UtcDateTime, read.Records[0].ApproximateArrivalTimestamp!.Value.ToUniversalTime());
        Assert.Equal((put.SequenceNumber, "a"), (read.Records[0].SequenceNumber, read.Records[0].PartitionKey));
        Assert.Null(read.NextShardIterator);
        Assert.Equal(0, read.MillisBehindLatest);
        Assert.Equal(["0", "1000"], read.ChildShards.Select(child => child.HashKeyRange.StartingHashKey));

        var shards = await _aws.Kinesis.ListShardsAsync(new ListShardsRequest { StreamName = "s", ShardFilter = new ShardFilter { Type = ShardFilterType.AT_LATEST } });
        await _aws.Kinesis.MergeShardsAsync(new MergeShardsRequest { StreamName = "s", ShardToMerge = shards.Shards[0].ShardId, AdjacentShardToMerge = shards.Shards[1].ShardId });
        var scaled = await _aws.Kinesis.UpdateShardCountAsync(new UpdateShardCountRequest { StreamName = "s", TargetShardCount = 2, ScalingType = ScalingType.UNIFORM_SCALING });
        var summary = (await _aws.Kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = "s" })).StreamDescriptionSummary;
        Assert.Equal((1, 2), (scaled.CurrentShardCount, scaled.TargetShardCount));
        Assert.Equal((StreamStatus.ACTIVE, 2, 1024, StreamMode.PROVISIONED), (summary.StreamStatus, summary.OpenShardCount, summary.MaxRecordSizeInKiB, summary.StreamModeDetails.StreamMode));

        await _aws.Kinesis.DeleteStreamAsync(new DeleteStreamRequest { StreamARN = summary.StreamARN });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _aws.Kinesis.DescribeStreamSummaryAsync(new DescribeStreamSummaryRequest { StreamName = "s" }));
    }

    [Fact]
    public async Task Errors_have_their_types()
    {
        await _aws.Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = "s", ShardCount = 1 });
        await Assert.ThrowsAsync<ResourceInUseException>(() => _aws.Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = "s", ShardCount = 1 }));
        await Assert.ThrowsAsync<InvalidArgumentException>(() => _aws.Kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = "x" }));
        await Assert.ThrowsAsync<Amazon.Kinesis.Model.ValidationException>(() => _aws.Kinesis.ListShardsAsync(new ListShardsRequest { StreamName = "s", MaxResults = 0 }));
        var iterator = await IteratorAsync("shardId-000000000000", ShardIteratorType.LATEST);
        _aws.Clock.Advance(TimeSpan.FromMinutes(6));

        var expired = await Assert.ThrowsAsync<ExpiredIteratorException>(() => _aws.Kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator }));
        Assert.StartsWith("Iterator expired.", expired.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Iterators_begin_at_times()
    {
        await _aws.Kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = "s", ShardCount = 1 });
        await _aws.Kinesis.PutRecordAsync(new PutRecordRequest { StreamName = "s", PartitionKey = "a", Data = Bytes("old") });
        _aws.Clock.Advance(TimeSpan.FromSeconds(1));
        var time = _aws.Clock.GetUtcNow().UtcDateTime;
        await _aws.Kinesis.PutRecordAsync(new PutRecordRequest { StreamName = "s", PartitionKey = "a", Data = Bytes("new") });

        var read = await ReadAsync("shardId-000000000000", ShardIteratorType.AT_TIMESTAMP, time);

        Assert.Equal("new", Encoding.UTF8.GetString(Assert.Single(read.Records).Data.ToArray()));
    }

    private async Task<GetRecordsResponse> ReadAsync(string shard, ShardIteratorType type, DateTime? time = null) =>
        await _aws.Kinesis.GetRecordsAsync(new GetRecordsRequest { ShardIterator = await IteratorAsync(shard, type, time) });

    private async Task<string> IteratorAsync(string shard, ShardIteratorType type, DateTime? time = null)
    {
        var request = new GetShardIteratorRequest { StreamName = "s", ShardId = shard, ShardIteratorType = type, Timestamp = time };
        return (await _aws.Kinesis.GetShardIteratorAsync(request)).ShardIterator;
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
