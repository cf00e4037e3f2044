using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Services;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Operations;
using Patterns.Local.Services.Kinesis.Wire;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>The service on a clock that the test moves, called without HTTP.</summary>
internal sealed class KinesisWorld
{
    public const string Name = "s";

    public KinesisWorld(TestClock? clock = null, bool limitsShards = false)
    {
        Clock = clock ?? new TestClock();
        Service = new KinesisService(new AwsEnvironment(AwsEnvironment.DefaultRegion, AwsEnvironment.DefaultAccountId, Clock)) { LimitsShards = limitsShards };
    }

    public TestClock Clock { get; }

    public KinesisService Service { get; }

    public string Arn => Service.Find(Name).Arn;

    /// <summary>The answer of an operation on the stream <see cref="Name"/>.</summary>
    public JsonElement Call(string operation, JsonObject? input = null) => Run(operation, With(input));

    /// <summary>The answer of an operation that names what it is about itself.</summary>
    public JsonElement Run(string operation, JsonObject input)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            KinesisOperations.Find(operation)(new KinesisCall(Service, new KinesisInput(JsonElement.Parse(input.ToJsonString())), json));
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>The error of an operation on the stream, as <c>code: message</c>.</summary>
    public string Fail(string operation, JsonObject? input = null) => FailRun(operation, With(input));

    public string FailRun(string operation, JsonObject input)
    {
        var error = Assert.Throws<AwsException>(() => Run(operation, input));
        return $"{error.Code}: {error.Message}";
    }

    public KinesisWorld Create(int shards = 1)
    {
        Call("CreateStream", new() { ["ShardCount"] = shards });
        return this;
    }

    /// <summary>Puts a record and tells its sequence number.</summary>
    public string Put(string data, string key = "k") => Text(Call("PutRecord", new() { ["PartitionKey"] = key, ["Data"] = Base64(data) }), "SequenceNumber");

    public string Iterator(string type, string shard = "shardId-000000000000", JsonObject? more = null)
    {
        var input = more ?? [];
        input["ShardId"] = shard;
        input["ShardIteratorType"] = type;
        return Text(Call("GetShardIterator", input), "ShardIterator");
    }

    public JsonElement Read(string iterator, int? limit = null)
    {
        var input = new JsonObject { ["ShardIterator"] = iterator };
        if (limit is not null)
        {
            input["Limit"] = limit;
        }

        return Run("GetRecords", input);
    }

    /// <summary>All records of a shard from the oldest on, as text.</summary>
    public IReadOnlyList<string> ReadAll(string shard = "shardId-000000000000") => Data(Read(Iterator("TRIM_HORIZON", shard)));

    public static IReadOnlyList<string> Data(JsonElement answer) =>
        [.. answer.GetProperty("Records").EnumerateArray().Select(record => Encoding.UTF8.GetString(record.GetProperty("Data").GetBytesFromBase64()))];

    public IReadOnlyList<JsonElement> Shards(JsonObject? input = null) => [.. Call("ListShards", input).GetProperty("Shards").EnumerateArray()];

    public IReadOnlyList<string> ShardIds(JsonObject? input = null) => [.. Shards(input).Select(shard => Text(shard, "ShardId"))];

    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static JsonObject With(JsonObject? input)
    {
        input ??= [];
        input["StreamName"] = Name;
        return input;
    }
}
