using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Kinesis;

public sealed class ReadingTests
{
    private readonly KinesisWorld _world = new KinesisWorld().Create();

    [Fact]
    public void Every_type_of_iterator_begins_where_it_says()
    {
        var numbers = new List<string>();
        foreach (var data in (string[])["a", "b", "c"])
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
            numbers.Add(_world.Put(data));
        }

        var between = _world.Clock.GetUtcNow().AddSeconds(-1.5).ToUnixTimeMilliseconds() / 1000.0;
        var start = KinesisWorld.Text(_world.Shards()[0].GetProperty("SequenceNumberRange"), "StartingSequenceNumber");

        Assert.Equal(["a", "b", "c"], Read("TRIM_HORIZON"));
        Assert.Equal([], Read("LATEST"));
        Assert.Equal(["b", "c"], Read("AT_SEQUENCE_NUMBER", numbers[1]));
        Assert.Equal(["c"], Read("AFTER_SEQUENCE_NUMBER", numbers[1]));
        Assert.Equal(["a", "b", "c"], Read("AFTER_SEQUENCE_NUMBER", start));
        Assert.Equal(["b", "c"], KinesisWorld.Data(_world.Read(_world.Iterator("AT_TIMESTAMP", more: new() { ["Timestamp"] = between }))));
        var latest = _world.Iterator("LATEST");
        _world.Put("d");
        Assert.Equal(["d"], KinesisWorld.Data(_world.Read(latest)));
    }

    [Fact]
    public void A_record_has_its_number_time_key_and_data()
    {
        var number = _world.Put("a", "key");

        var read = _world.Read(_world.Iterator("TRIM_HORIZON"));

        var time = _world.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        Assert.Equal(
            JsonSerializer.Serialize(new { SequenceNumber = number, ApproximateArrivalTimestamp = time, Data = "YQ==", PartitionKey = "key" }),
            read.GetProperty("Records")[0].GetRawText());
    }

    [Fact]
    public void Iterators_live_for_five_minutes()
    {
        var iterator = _world.Iterator("TRIM_HORIZON");
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var next = KinesisWorld.Text(_world.Read(iterator), "NextShardIterator");
        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Matches(
            @"\AExpiredIteratorException: Iterator expired\. The iterator was created at time \w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4} while right now it is .* which is further in the future than the tolerated delay of 300000 milliseconds\.\z",
            _world.FailRun("GetRecords", new() { ["ShardIterator"] = iterator }));
        Assert.Empty(KinesisWorld.Data(_world.Read(next)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAHsW8zCWf")]
    [InlineData("cyAxIHg=")]
    public void What_is_no_iterator_is_refused(string iterator) =>
        Assert.Equal("InvalidArgumentException: Invalid ShardIterator.", _world.FailRun("GetRecords", new() { ["ShardIterator"] = iterator }));

    [Fact]
    public void Mistakes_in_iterators_have_the_services_errors()
    {
        var number = _world.Put("a");
        var elsewhere = new KinesisWorld();
        elsewhere.Clock.Advance(TimeSpan.FromDays(1));
        var foreign = elsewhere.Create().Put("a");

        Assert.Equal(
            "ResourceNotFoundException: Shard shardId-000000000009 in stream s under account 000000000000 does not exist",
            Fail("TRIM_HORIZON", shard: "shardId-000000000009"));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value 'NOWHERE' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]",
            Fail("NOWHERE"));
        Assert.EndsWith("Request specified AT_SEQUENCE_NUMBER and no StartingSequenceNumber.", Fail("AT_SEQUENCE_NUMBER"), StringComparison.Ordinal);
        Assert.EndsWith("Request specified LATEST and also a StartingSequenceNumber.", Fail("LATEST", number), StringComparison.Ordinal);
        Assert.Equal(
            "InvalidArgumentException: StartingSequenceNumber 5 used in GetShardIterator on shard shardId-000000000000 in stream s under account 000000000000 is invalid.",
            Fail("AT_SEQUENCE_NUMBER", "5"));
        Assert.Equal(
            $"InvalidArgumentException: StartingSequenceNumber {foreign} used in GetShardIterator on shard shardId-000000000000 in stream s under account 000000000000 is invalid because it did not come from this stream.",
            Fail("AT_SEQUENCE_NUMBER", foreign));
        Assert.StartsWith("InvalidArgumentException: Must specify timestampInMillis", Fail("AT_TIMESTAMP"), StringComparison.Ordinal);
        Assert.StartsWith(
            "InvalidArgumentException: The timestampInMillis parameter cannot be greater than the currentTimestampInMillis.",
            _world.Fail("GetShardIterator", new() { ["ShardId"] = "shardId-000000000000", ["ShardIteratorType"] = "AT_TIMESTAMP", ["Timestamp"] = _world.Clock.GetUtcNow().ToUnixTimeSeconds() + 1 }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_another_shard_is_refused_by_name()
    {
        var world = new KinesisWorld().Create(2);
        var number = world.Put("a", "a");

        Assert.Equal(
            "InvalidArgumentException: Invalid StartingSequenceNumber. It encodes shardId-000000000000, while it was used in a call to a shard with shardId-000000000001",
            world.Fail("GetShardIterator", new() { ["ShardId"] = "shardId-000000000001", ["ShardIteratorType"] = "AT_SEQUENCE_NUMBER", ["StartingSequenceNumber"] = number }));
    }

    [Fact]
    public void Pages_follow_each_other_and_say_how_far_they_are_behind()
    {
        for (var i = 0; i < 5; i++)
        {
            _world.Put($"{i}");
            _world.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var first = _world.Read(_world.Iterator("TRIM_HORIZON"), 2);
        var second = _world.Read(KinesisWorld.Text(first, "NextShardIterator"), 2);
        var third = _world.Read(KinesisWorld.Text(second, "NextShardIterator"), 2);

        Assert.Equal(["0", "1", "2", "3", "4"], [.. KinesisWorld.Data(first), .. KinesisWorld.Data(second), .. KinesisWorld.Data(third)]);
        Assert.Equal([40_000, 20_000, 0], new[] { first, second, third }.Select(page => page.GetProperty("MillisBehindLatest").GetInt64()));
        Assert.EndsWith("Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000", _world.FailRun("GetRecords", new() { ["ShardIterator"] = "x", ["Limit"] = 10_001 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_stays_at_ten_mebibytes()
    {
        for (var i = 0; i < 12; i++)
        {
            _world.Put(new string('x', 1_000_000));
        }

        var first = _world.Read(_world.Iterator("TRIM_HORIZON"));

        Assert.Equal(10, first.GetProperty("Records").GetArrayLength());
        Assert.Equal(2, KinesisWorld.Data(_world.Read(KinesisWorld.Text(first, "NextShardIterator"))).Count);
    }

    [Fact]
    public void Records_stay_for_the_retention_and_an_old_iterator_goes_on_with_what_is_left()
    {
        var old = _world.Put("old");
        _world.Clock.Advance(TimeSpan.FromHours(23));
        _world.Put("young");
        Assert.Equal(["old", "young"], _world.ReadAll());
        _world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["young"], _world.ReadAll());
        Assert.Equal(["young"], Read("AT_SEQUENCE_NUMBER", old));
        _world.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal([], _world.ReadAll());
    }

    private IReadOnlyList<string> Read(string type, string? number = null) =>
        KinesisWorld.Data(_world.Read(_world.Iterator(type, more: number is null ? null : new() { ["StartingSequenceNumber"] = number })));

    private string Fail(string type, string? number = null, string shard = "shardId-000000000000")
    {
        var input = new JsonObject { ["ShardId"] = shard, ["ShardIteratorType"] = type };
        if (number is not null)
        {
            input["StartingSequenceNumber"] = number;
        }

        return _world.Fail("GetShardIterator", input);
    }
}
