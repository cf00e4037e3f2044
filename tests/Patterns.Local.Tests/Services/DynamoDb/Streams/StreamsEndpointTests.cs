using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Patterns.Local.Tests.Sdk;

namespace Patterns.Local.Tests.Services.DynamoDb.Streams;

public sealed class StreamsEndpointTests : IAsyncLifetime
{
    private SdkEndpoint _aws = null!;
    private StreamsClient _streams = null!;
    private string _arn = "";

    public async ValueTask InitializeAsync()
    {
        _aws = await SdkEndpoint.StartAsync();
        _streams = new StreamsClient(_aws.Endpoint);
        _arn = await CreateAsync("table");
    }

    public async ValueTask DisposeAsync()
    {
        _streams.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task Changes_of_a_table_can_be_listed_described_and_read()
    {
        await PutAsync("a", "1");
        await PutAsync("a", "2");
        await PutAsync("a", "2");
        await _aws.DynamoDb.DeleteItemAsync("table", new Dictionary<string, AttributeValue> { ["pk"] = new("a") });

        var listed = await _streams.CallAsync("ListStreams", new() { ["TableName"] = "table" });
        var described = (await DescribeAsync()).GetProperty("StreamDescription");
        var read = await ReadAsync("TRIM_HORIZON");
        var shard = described.GetProperty("Shards")[0];
        var records = read.GetProperty("Records").EnumerateArray().ToList();

        Assert.Equal($$"""{"Streams":[{"StreamArn":"{{_arn}}","StreamLabel":"2026-01-02T03:04:05.000","TableName":"table"}]}""", listed.GetRawText());
        Assert.Equal(
            $$$"""{"StreamArn":"{{{_arn}}}","StreamLabel":"2026-01-02T03:04:05.000","StreamStatus":"ENABLED","StreamViewType":"NEW_AND_OLD_IMAGES","CreationRequestDateTime":1767323045,"TableName":"table","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"Shards":[{"ShardId":"{{{shard.GetProperty("ShardId")}}}","SequenceNumberRange":{"StartingSequenceNumber":"{{{Start(shard)}}}"}}]}""",
            described.GetRawText());
        Assert.Equal(["INSERT", "MODIFY", "REMOVE"], records.Select(record => record.GetProperty("eventName").GetString()!));
        Assert.Equal(
            $$$"""{"eventID":"{{{records[1].GetProperty("eventID")}}}","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1","dynamodb":{"ApproximateCreationDateTime":1767323045,"Keys":{"pk":{"S":"a"}},"NewImage":{"pk":{"S":"a"},"n":{"S":"2"}},"OldImage":{"pk":{"S":"a"},"n":{"S":"1"}},"SequenceNumber":"{{{Number(records[1])}}}","SizeBytes":13,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""",
            records[1].GetRawText());
        Assert.True(read.TryGetProperty("NextShardIterator", out _));
    }

    [Fact]
    public async Task Iterators_begin_at_numbers_behind_them_or_at_the_end()
    {
        await PutAsync(3);
        var second = Number(await RecordAsync(1));
        var start = Start((await DescribeAsync()).GetProperty("StreamDescription").GetProperty("Shards")[0]);

        Assert.Equal(2, await CountAsync("AT_SEQUENCE_NUMBER", second));
        Assert.Equal(1, await CountAsync("AFTER_SEQUENCE_NUMBER", second));
        Assert.Equal(3, await CountAsync("AFTER_SEQUENCE_NUMBER", start));
        Assert.Equal(0, await CountAsync("LATEST"));
        Assert.Equal("com.amazon.coral.validate#ValidationException: Invalid SequenceNumber: 1", await FailIteratorAsync("AT_SEQUENCE_NUMBER", "1"));
        Assert.Equal("com.amazon.coral.validate#ValidationException: SequenceNumber must be specified for this ShardIteratorType", await FailIteratorAsync("AT_SEQUENCE_NUMBER"));
        Assert.Equal(
            "com.amazon.coral.validate#ValidationException: 1 validation error detected: Value 'NOWHERE' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]",
            await FailIteratorAsync("NOWHERE"));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_their_iterators()
    {
        await PutAsync(5);
        var values = new List<string>();
        var iterator = await IteratorAsync("TRIM_HORIZON");
        for (var page = 0; page < 3; page++)
        {
            var read = await _streams.CallAsync("GetRecords", new() { ["ShardIterator"] = iterator, ["Limit"] = 2 });
            values.AddRange(read.GetProperty("Records").EnumerateArray().Select(record => record.GetProperty("dynamodb").GetProperty("NewImage").GetProperty("n").GetProperty("S").GetString()!));
            iterator = read.GetProperty("NextShardIterator").GetString()!;
        }

        Assert.Equal(["0", "1", "2", "3", "4"], values);
        Assert.EndsWith("Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000", await _streams.FailAsync("GetRecords", new() { ["ShardIterator"] = iterator, ["Limit"] = 1001 }));
    }

    [Fact]
    public async Task An_answer_stays_at_one_megabyte()
    {
        for (var i = 0; i < 4; i++)
        {
            await PutAsync($"{i}", new string('x', 300_000));
        }

        Assert.Equal(3, await CountAsync("TRIM_HORIZON"));
    }

    [Fact]
    public async Task The_iterator_of_a_closed_shard_ends_and_its_child_follows()
    {
        await PutAsync(1);
        var iterator = await IteratorAsync("TRIM_HORIZON");
        var number = Number(await RecordAsync(0));
        _aws.Clock.Advance(TimeSpan.FromHours(4));
        var shards = (await DescribeAsync()).GetProperty("StreamDescription").GetProperty("Shards");
        iterator = await IteratorAsync("TRIM_HORIZON");
        var read = await _streams.CallAsync("GetRecords", new() { ["ShardIterator"] = iterator });

        Assert.Equal(2, shards.GetArrayLength());
        Assert.Equal(shards[0].GetProperty("ShardId").GetString(), shards[1].GetProperty("ParentShardId").GetString());
        Assert.Equal(number, shards[0].GetProperty("SequenceNumberRange").GetProperty("EndingSequenceNumber").GetString());
        Assert.False(read.TryGetProperty("NextShardIterator", out _));
        var children = await _streams.CallAsync("DescribeStream", new() { ["StreamArn"] = _arn, ["ShardFilter"] = new JsonObject { ["Type"] = "CHILD_SHARDS", ["ShardId"] = shards[0].GetProperty("ShardId").GetString() } });
        Assert.Equal(shards[1].GetRawText(), Assert.Single(children.GetProperty("StreamDescription").GetProperty("Shards").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Descriptions_and_lists_come_in_pages()
    {
        await CreateAsync("other");
        _aws.Clock.Advance(TimeSpan.FromHours(4));

        var first = (await _streams.CallAsync("DescribeStream", new() { ["StreamArn"] = _arn, ["Limit"] = 1 })).GetProperty("StreamDescription");
        var second = (await _streams.CallAsync("DescribeStream", new() { ["StreamArn"] = _arn, ["ExclusiveStartShardId"] = first.GetProperty("LastEvaluatedShardId").GetString() })).GetProperty("StreamDescription");
        var streams = await _streams.CallAsync("ListStreams", new() { ["Limit"] = 1 });
        var rest = await _streams.CallAsync("ListStreams", new() { ["ExclusiveStartStreamArn"] = streams.GetProperty("LastEvaluatedStreamArn").GetString() });

        Assert.Equal(first.GetProperty("Shards")[0].GetProperty("ShardId").GetString(), second.GetProperty("Shards")[0].GetProperty("ParentShardId").GetString());
        Assert.False(second.TryGetProperty("LastEvaluatedShardId", out _));
        Assert.Equal(["other", "table"], new[] { streams, rest }.Select(page => Assert.Single(page.GetProperty("Streams").EnumerateArray()).GetProperty("TableName").GetString()!));
    }

    [Fact]
    public async Task Old_iterators_and_old_records_are_gone()
    {
        await PutAsync(2);
        var number = Number(await RecordAsync(0));
        var iterator = await IteratorAsync("TRIM_HORIZON");
        _aws.Clock.Advance(TimeSpan.FromMinutes(15));
        await _streams.CallAsync("GetRecords", new() { ["ShardIterator"] = iterator });
        _aws.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("com.amazonaws.dynamodb.v20120810#ExpiredIteratorException: Iterator expired.", await _streams.FailAsync("GetRecords", new() { ["ShardIterator"] = iterator }));

        _aws.Clock.Advance(TimeSpan.FromHours(23) + TimeSpan.FromMinutes(44));
        iterator = await IteratorAsync("TRIM_HORIZON");
        _aws.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("com.amazonaws.dynamodb.v20120810#TrimmedDataAccessException: The operation attempted to read past the oldest stream record in a shard.", await _streams.FailAsync("GetRecords", new() { ["ShardIterator"] = iterator }));
        Assert.StartsWith("com.amazonaws.dynamodb.v20120810#TrimmedDataAccessException", await FailIteratorAsync("AT_SEQUENCE_NUMBER", number));
    }

    [Fact]
    public async Task What_does_not_exist_is_refused()
    {
        Assert.Equal($"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException: Requested resource not found: Stream: {_arn}1 not found", await _streams.FailAsync("DescribeStream", new() { ["StreamArn"] = _arn + "1" }));
        Assert.StartsWith("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", await _streams.FailAsync("GetShardIterator", new() { ["StreamArn"] = _arn, ["ShardId"] = "shardId-1", ["ShardIteratorType"] = "LATEST" }));
        Assert.Equal("com.amazon.coral.validate#ValidationException: Invalid ShardIterator", await _streams.FailAsync("GetRecords", new() { ["ShardIterator"] = "none" }));
        Assert.Equal("com.amazon.coral.validate#ValidationException: 1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null", await _streams.FailAsync("DescribeStream", []));
        Assert.StartsWith("com.amazon.coral.service#SerializationException", await _streams.FailAsync("DescribeStream", new() { ["Limit"] = 1.5 }));
        Assert.StartsWith("com.amazon.coral.service#RequestEntityTooLarge", await _streams.FailAsync("ListStreams", new() { ["TableName"] = new string('t', 70_000) }));
        Assert.StartsWith("com.amazon.coral.service#UnknownOperationException", await _streams.FailAsync("PutRecords", []));
        Assert.Equal("""{"Streams":[]}""", (await _streams.CallAsync("ListStreams", new() { ["TableName"] = "none" })).GetRawText());
    }

    private async Task<string> CreateAsync(string table) => (await _aws.DynamoDb.CreateTableAsync(new CreateTableRequest
    {
        TableName = table,
        AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
        KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
        ProvisionedThroughput = new ProvisionedThroughput(1, 1),
        StreamSpecification = new StreamSpecification { StreamEnabled = true, StreamViewType = StreamViewType.NEW_AND_OLD_IMAGES },
    })).TableDescription.LatestStreamArn;

    private async Task PutAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await PutAsync($"{i}", $"{i}");
        }
    }

    private Task PutAsync(string key, string value) =>
        _aws.DynamoDb.PutItemAsync("table", new Dictionary<string, AttributeValue> { ["pk"] = new(key), ["n"] = new(value) });

    private Task<JsonElement> DescribeAsync() => _streams.CallAsync("DescribeStream", new() { ["StreamArn"] = _arn });

    private async Task<JsonObject> PlaceAsync(string type, string? number)
    {
        var shard = (await DescribeAsync()).GetProperty("StreamDescription").GetProperty("Shards")[0].GetProperty("ShardId").GetString();
        return new() { ["StreamArn"] = _arn, ["ShardId"] = shard, ["ShardIteratorType"] = type, ["SequenceNumber"] = number };
    }

    private async Task<string> IteratorAsync(string type, string? number = null) =>
        (await _streams.CallAsync("GetShardIterator", await PlaceAsync(type, number))).GetProperty("ShardIterator").GetString()!;

    private async Task<string> FailIteratorAsync(string type, string? number = null) => await _streams.FailAsync("GetShardIterator", await PlaceAsync(type, number));

    private async Task<JsonElement> ReadAsync(string type, string? number = null) =>
        await _streams.CallAsync("GetRecords", new() { ["ShardIterator"] = await IteratorAsync(type, number) });

    private async Task<int> CountAsync(string type, string? number = null) => (await ReadAsync(type, number)).GetProperty("Records").GetArrayLength();

    private async Task<JsonElement> RecordAsync(int index) => (await ReadAsync("TRIM_HORIZON")).GetProperty("Records")[index];

    private static string Number(JsonElement record) => record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!;

    private static string Start(JsonElement shard) => shard.GetProperty("SequenceNumberRange").GetProperty("StartingSequenceNumber").GetString()!;
}
