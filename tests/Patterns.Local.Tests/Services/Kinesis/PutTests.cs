using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Kinesis;

public sealed class PutTests
{
    private readonly KinesisWorld _world = new();

    // From the MD5 of the keys, worked out with md5sum.
    [Theory]
    [InlineData("a", "shardId-000000000000")] // 0cc175b9…
    [InlineData("b", "shardId-000000000002")] // 92eb5ffe…
    [InlineData("c", "shardId-000000000001")] // 4a8a08f0…
    [InlineData("d", "shardId-000000000002")] // 8277e091…
    [InlineData("e", "shardId-000000000003")] // e1671797…
    public void The_MD5_of_the_key_decides_the_shard(string key, string shard)
    {
        _world.Create(4);

        Assert.Equal(shard, KinesisWorld.Text(_world.Call("PutRecord", Record(key)), "ShardId"));
    }

    [Fact]
    public void An_explicit_hash_key_decides_instead_of_the_key()
    {
        _world.Create(2);
        foreach (var (key, shard) in new[]
        {
            ("0", "shardId-000000000000"), ("170141183460469231731687303715884105727", "shardId-000000000000"),
            ("170141183460469231731687303715884105728", "shardId-000000000001"), ("340282366920938463463374607431768211455", "shardId-000000000001"),
        })
        {
            var record = Record("k");
            record["ExplicitHashKey"] = key;

            Assert.Equal(shard, KinesisWorld.Text(_world.Call("PutRecord", record), "ShardId"));
        }
    }

    [Theory]
    [InlineData("340282366920938463463374607431768211456", "InvalidArgumentException: Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was 340282366920938463463374607431768211456")]
    [InlineData("01", @"ValidationException: 1 validation error detected: Value '01' at 'explicitHashKey' failed to satisfy constraint: Member must satisfy regular expression pattern: 0|([1-9]\d{0,38})")]
    public void An_explicit_hash_key_out_of_range_is_refused(string key, string error)
    {
        _world.Create();
        var record = Record("k");
        record["ExplicitHashKey"] = key;

        Assert.Equal(error, _world.Fail("PutRecord", record));
    }

    [Fact]
    public void Numbers_of_a_shard_grow_and_have_the_services_length()
    {
        _world.Create();
        var numbers = Enumerable.Range(0, 300).Select(number =>
        {
            if (number % 100 == 0)
            {
                _world.Clock.Advance(TimeSpan.FromDays(1));
            }

            return _world.Put($"{number}");
        }).ToList();

        Assert.All(numbers, number => Assert.Equal(56, number.Length));
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        Assert.Equal(300, numbers.Distinct().Count());
    }

    [Fact]
    public void Records_of_one_request_are_in_their_order()
    {
        _world.Create();

        var answer = _world.Call("PutRecords", Records(Enumerable.Range(0, 500).Select(number => Record("k", $"{number}"))));

        Assert.Equal(0, answer.GetProperty("FailedRecordCount").GetInt32());
        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{number}"), _world.ReadAll());
        Assert.Equal(
            _world.Read(_world.Iterator("TRIM_HORIZON")).GetProperty("Records").EnumerateArray().Select(record => KinesisWorld.Text(record, "SequenceNumber")),
            answer.GetProperty("Records").EnumerateArray().Select(record => KinesisWorld.Text(record, "SequenceNumber")));
    }

    [Fact]
    public void Malformed_records_fail_the_request_and_nothing_is_put()
    {
        _world.Create();

        Assert.Equal(
            "ValidationException: 1 validation error detected: Value null at 'records.2.member.partitionKey' failed to satisfy constraint: Member must not be null",
            _world.Fail("PutRecords", Records([Record("a"), new JsonObject { ["Data"] = "YQ==" }])));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value at 'records' failed to satisfy constraint: Member must have length less than or equal to 500",
            _world.Fail("PutRecords", Records(Enumerable.Range(0, 501).Select(_ => Record("a")))));
        Assert.Equal("ValidationException: 1 validation error detected: Value null at 'data' failed to satisfy constraint: Member must not be null", _world.Fail("PutRecord", new() { ["PartitionKey"] = "a" }));
        Assert.Equal("SerializationException: Data is not Base64.", _world.Fail("PutRecord", new() { ["PartitionKey"] = "a", ["Data"] = "?" }));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value '' at 'partitionKey' failed to satisfy constraint: Member must have length greater than or equal to 1",
            _world.Fail("PutRecord", Record("")));
        Assert.Empty(_world.ReadAll());
    }

    [Fact]
    public void A_record_may_have_one_mebibyte_with_its_key_and_ten_when_the_stream_says_so()
    {
        const int Mebibyte = 1024 * 1024;
        _world.Create();

        _world.Put(new string('x', Mebibyte - 1));
        Assert.Equal(
            "ValidationException: 1 validation error detected: Value at 'data' failed to satisfy constraint: Member must have length less than or equal to 1048576",
            _world.Fail("PutRecord", Record("k", new string('x', Mebibyte))));
        _world.Run("UpdateMaxRecordSize", new() { ["StreamARN"] = _world.Arn, ["MaxRecordSizeInKiB"] = 10_240 });
        _world.Put(new string('x', (10 * Mebibyte) - 1));

        Assert.Equal("InvalidArgumentException: Records size exceeds 10 MB limit", _world.Fail("PutRecords", Records([Record("k", new string('x', 6 * Mebibyte)), Record("k", new string('x', 4 * Mebibyte))])));
        Assert.StartsWith("ValidationException", _world.FailRun("UpdateMaxRecordSize", new() { ["StreamARN"] = _world.Arn, ["MaxRecordSizeInKiB"] = 1023 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shard_with_limits_takes_a_thousand_records_a_second_and_refuses_each_further_one_alone()
    {
        var world = new KinesisWorld(limitsShards: true).Create(2);
        JsonObject[] batch = [.. Enumerable.Range(0, 500).Select(_ => Record("a"))];
        world.Call("PutRecords", Records(batch.Select(Copy)));
        world.Call("PutRecords", Records(batch.Skip(1).Select(Copy)));

        var answer = world.Call("PutRecords", Records([Record("a"), Record("a"), Record("b")]));

        var error = "Rate exceeded for shard shardId-000000000000 in stream s under account 000000000000.";
        Assert.Equal(1, answer.GetProperty("FailedRecordCount").GetInt32());
        Assert.Equal(
            $$"""{"ErrorCode":"ProvisionedThroughputExceededException","ErrorMessage":"{{error}}"}""",
            answer.GetProperty("Records")[1].GetRawText());
        Assert.Equal("shardId-000000000001", KinesisWorld.Text(answer.GetProperty("Records")[2], "ShardId"));
        Assert.Equal($"ProvisionedThroughputExceededException: {error}", world.Fail("PutRecord", Record("a")));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Put("again", "a");
    }

    [Fact]
    public void A_shard_with_limits_takes_one_mebibyte_a_second_and_pays_for_a_larger_record()
    {
        var world = new KinesisWorld(limitsShards: true).Create();
        world.Run("UpdateMaxRecordSize", new() { ["StreamARN"] = world.Arn, ["MaxRecordSizeInKiB"] = 10_240 });

        world.Put(new string('x', 3 * 1024 * 1024));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.StartsWith("ProvisionedThroughputExceededException", world.Fail("PutRecord", Record("k", new string('y', 600_000))), StringComparison.Ordinal);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        world.Put(new string('y', 600_000));
        Assert.StartsWith("ProvisionedThroughputExceededException", world.Fail("PutRecord", Record("k", new string('y', 600_000))), StringComparison.Ordinal);
    }

    private static JsonObject Record(string key, string data = "x") => new() { ["PartitionKey"] = key, ["Data"] = KinesisWorld.Base64(data) };

    private static JsonObject Copy(JsonObject record) => (JsonObject)record.DeepClone();

    private static JsonObject Records(IEnumerable<JsonObject> records) => new() { ["Records"] = new JsonArray([.. records]) };
}
