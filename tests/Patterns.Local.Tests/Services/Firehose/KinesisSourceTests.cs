using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Services.Firehose;

/// <summary>A delivery stream that reads a Kinesis stream.</summary>
public sealed class KinesisSourceTests
{
    private const string First = "shardId-000000000000";
    private const string Half = "170141183460469231731687303715884105728";

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly FirehoseWorld _world = new();

    [Fact]
    public async Task Records_from_the_moment_of_creation_on_are_read_once_a_second_and_delivered()
    {
        _world.Kinesis.Create(shards: 4);
        Put("before", "k");
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());

        Put("a", "k");
        Assert.Equal(0, stream.Counts.Taken);
        _world.Clock.Advance(s_second);
        Assert.Equal(1, stream.Counts.Taken);
        Put("b", "k");
        _world.Clock.Advance(s_second);
        await stream.FlushAsync();

        Assert.Equal("ab", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task All_shards_are_read()
    {
        _world.Kinesis.Create(shards: 4);
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());
        var put = Enumerable.Range(0, 40).Select(number => $"{number};").ToList();
        put.ForEach(data => Put(data, data));

        _world.Clock.Advance(s_second);
        await stream.FlushAsync();

        Assert.Equal(put.Order(StringComparer.Ordinal), Lines().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_function_learns_where_a_record_comes_from()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda()));
        var arrived = _world.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var number = _world.Kinesis.Put("a", "key");

        _world.Clock.Advance(s_second);
        var flushing = stream.FlushAsync();
        var call = await _world.Invoker.NextAsync();
        var received = JsonElement.Parse(call.Payload);
        call.Return(FirehoseWorld.Reply(FirehoseWorld.Ok(FirehoseWorld.RecordsIn(call)[0].Id, "A")));
        await flushing;

        Assert.Equal(_world.Kinesis.Arn, received.GetProperty("sourceKinesisStreamArn").GetString());
        Assert.Equal(
            $$$"""
            {"recordId":"{{{number}}}000000","approximateArrivalTimestamp":{{{arrived}}},"data":"YQ==","kinesisRecordMetadata":{"sequenceNumber":"{{{number}}}","subsequenceNumber":0,"partitionKey":"key","shardId":"{{{First}}}","approximateArrivalTimestamp":{{{arrived}}}}}
            """,
            received.GetProperty("records")[0].GetRawText());
        Assert.Equal("A", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task Children_of_a_shard_are_read_after_it()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());

        for (var number = 0; number < 250; number++)
        {
            Put($"{number};", "k");
        }

        _world.Kinesis.Call("SplitShard", new JsonObject { ["ShardToSplit"] = First, ["NewStartingHashKey"] = Half });
        Put("250;", "k");
        _world.Clock.Advance(s_second);
        await stream.FlushAsync();

        Assert.Equal(Enumerable.Range(0, 251).Select(number => $"{number};"), Lines());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nothing_is_lost_or_doubled_and_every_key_keeps_its_order_while_the_stream_is_resharded(int seed)
    {
        var random = new Random(seed);
        _world.Kinesis.Create(shards: 2);
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());
        var put = new List<string>();
        for (var number = 0; number < 600; number++)
        {
            var key = $"{random.Next(9)}";
            put.Add($"{key}:{number};");
            Put(put[^1], key);
            _world.Clock.Advance(random.Next(8) == 0 ? s_second : TimeSpan.Zero);
            if (random.Next(40) == 0)
            {
                Resize(random);
            }
        }

        stream.StopReading();
        await stream.FlushAsync();

        Assert.Equal(ByKey(put), ByKey(Lines()));
    }

    [Fact]
    public async Task While_the_function_has_too_many_records_the_others_stay_in_the_stream_and_no_shard_starves()
    {
        _world.Kinesis.Create(shards: 2);
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda(("BufferSizeInMBs", "0.5"))));
        for (var number = 0; number < 12; number++)
        {
            Put(Large('a'), "a");
        }

        _world.Clock.Advance(s_second);
        Assert.Equal(9, stream.Counts.Taken);
        for (var number = 0; number < 6; number++)
        {
            Put(Large('b'), "b");
        }

        _world.Clock.Advance(s_second);
        Assert.Equal(9, stream.Counts.Taken);

        for (var answered = 1; answered <= 18; answered++)
        {
            var call = await _world.Invoker.NextAsync();
            call.Return(FirehoseWorld.Reply(FirehoseWorld.Ok(FirehoseWorld.RecordsIn(call)[0].Id, FirehoseWorld.RecordsIn(call)[0].Data[..1])));
            await Eventually.BecomesTrueAsync(() => stream.Counts.Delivered == answered && !stream.IsFull);
            _world.Clock.Advance(s_second);
        }

        await stream.FlushAsync();
        var delivered = string.Concat(_world.Objects.Texts);
        Assert.Equal(18, delivered.Length);
        Assert.Equal("aaaaaaaaa", delivered[..9]);
        Assert.Equal("aaabbb", string.Concat(delivered[9..15].Order()));
        Assert.Equal("bbb", delivered[15..]);
    }

    [Fact]
    public async Task What_expires_before_it_could_be_taken_is_counted_and_told()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda(("BufferSizeInMBs", "0.5"))));
        for (var number = 0; number < 12; number++)
        {
            Put(Large('a'), "a");
        }

        _world.Clock.Advance(TimeSpan.FromHours(25));
        Put("young", "a");
        for (var answered = 1; answered <= 9; answered++)
        {
            (await _world.Invoker.NextAsync()).Return(FirehoseWorld.Reply());
            await Eventually.BecomesTrueAsync(() => stream.Counts.Failed == answered && !stream.IsFull);
        }

        _world.Clock.Advance(s_second);

        Assert.Equal(10, stream.Counts.Taken);
        Assert.Equal("The delivery stream clicks: 3 records of kinesis s expired before it could take them.", Assert.Single(_world.Console.Notices));
    }

    [Fact]
    public async Task A_source_that_is_deleted_is_not_read_any_longer_and_what_came_before_is_delivered()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());
        Put("a", "k");
        _world.Clock.Advance(s_second);

        _world.Kinesis.Call("DeleteStream");
        _world.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("The delivery stream clicks no longer reads arn:aws:kinesis:us-east-1:000000000000:stream/s: the stream was deleted.", Assert.Single(_world.Console.Notices));
        Assert.Equal("a", Assert.Single(_world.Objects.Texts));
        Assert.Empty(_world.Clock.Timers);
        Assert.Equal(1, stream.Counts.Taken);
    }

    [Fact]
    public async Task The_end_of_the_runner_delivers_what_is_in_the_stream_and_leaves_nothing_behind()
    {
        _world.Kinesis.Create();
        await _world.CreateReaderAsync(FirehoseWorld.S3());
        Put("a", "k");

        await _world.Service.DisposeAsync();

        Assert.Equal("a", Assert.Single(_world.Objects.Texts));
        Assert.Equal("The delivery stream clicks is flushed: 1 records taken, 1 delivered, 0 dropped, 0 failed.", Assert.Single(_world.Console.Notices));
        Assert.Empty(_world.Clock.Timers);
    }

    [Fact]
    public async Task The_end_of_the_runner_reads_all_that_is_in_the_stream_however_much_it_is()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());
        var batch = new JsonArray([.. Enumerable.Range(0, 500).Select(_ => (JsonNode)new JsonObject { ["PartitionKey"] = "k", ["Data"] = "YQ==" })]);
        for (var request = 0; request < 41; request++)
        {
            _world.Kinesis.Call("PutRecords", new JsonObject { ["Records"] = batch.DeepClone() });
        }

        await _world.Service.DisposeAsync();

        Assert.Equal(20_500, stream.Counts.Taken);
        Assert.Equal("The delivery stream clicks is flushed: 20500 records taken, 20500 delivered, 0 dropped, 0 failed.", Assert.Single(_world.Console.Notices));
    }

    [Fact]
    public async Task What_the_end_of_the_runner_leaves_unread_since_the_function_has_too_much_is_told()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3(processing: FirehoseWorld.Lambda(("BufferSizeInMBs", "0.5"))));
        for (var number = 0; number < 12; number++)
        {
            Put(Large('a'), "a");
        }

        var stopping = _world.Service.DisposeAsync();
        for (var answered = 1; answered <= 9; answered++)
        {
            (await _world.Invoker.NextAsync()).Return(FirehoseWorld.Reply());
            await Eventually.BecomesTrueAsync(() => stream.Counts.Failed == answered);
        }

        await stopping;
        Assert.Equal(9, stream.Counts.Taken);
        Assert.Equal("The delivery stream clicks leaves 3 records of its source unread, since its function has too many others.", _world.Console.Notices.First());
    }

    [Fact]
    public async Task A_delivery_stream_that_is_deleted_before_it_reads_never_does()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateAsync(FirehoseWorld.S3());
        stream.StopReading();

        stream.ReadFrom(_world.Kinesis.Service.Find("s"));
        Put("a", "k");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(0, stream.Counts.Taken);
        Assert.Empty(_world.Clock.Timers);
    }

    [Fact]
    public async Task A_deleted_delivery_stream_reads_no_longer()
    {
        _world.Kinesis.Create();
        var stream = await _world.CreateReaderAsync(FirehoseWorld.S3());

        await _world.SendAsync("DeleteDeliveryStream", new JsonObject { ["DeliveryStreamName"] = "clicks" });
        Put("a", "k");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(0, stream.Counts.Taken);
        Assert.Empty(_world.Clock.Timers);
    }

    // A record of the largest size: nine of them are more than may wait for the function.
    private static string Large(char of) => new(of, (1024 * 1024) - 1);

    private static Dictionary<string, List<string>> ByKey(IEnumerable<string> lines) =>
        lines.GroupBy(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList());

    private void Put(string data, string key) => _world.Kinesis.Put(data, key);

    private IEnumerable<string> Lines() => string.Concat(_world.Objects.Texts).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{line};");

    private void Resize(Random random)
    {
        var open = _world.Kinesis.Shards(new JsonObject { ["ShardFilter"] = new JsonObject { ["Type"] = "AT_LATEST" } }).Count;
        var target = random.Next((open + 1) / 2, Math.Min(open * 2, 6) + 1);
        _world.Kinesis.Call("UpdateShardCount", new JsonObject { ["TargetShardCount"] = target, ["ScalingType"] = "UNIFORM_SCALING" });
    }
}
