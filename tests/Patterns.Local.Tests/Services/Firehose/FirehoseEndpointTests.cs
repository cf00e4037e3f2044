using System.Text.Json.Nodes;

namespace Patterns.Local.Tests.Services.Firehose;

public sealed class FirehoseEndpointTests
{
    private readonly FirehoseWorld _world = new();

    [Fact]
    public async Task A_delivery_stream_is_created_described_listed_and_deleted()
    {
        await _world.CreateAsync(FirehoseWorld.S3("a/", processing: FirehoseWorld.Lambda()));
        await _world.CreateAsync(FirehoseWorld.S3(), "other");

        var description = (await _world.SendAsync("DescribeDeliveryStream", Named("clicks"))).Answer["DeliveryStreamDescription"]!;
        Assert.Equal("ACTIVE DirectPut", $"{description["DeliveryStreamStatus"]} {description["DeliveryStreamType"]}");
        Assert.Equal("arn:aws:firehose:us-east-1:000000000000:deliverystream/clicks", description["DeliveryStreamARN"]!.GetValue<string>());
        Assert.Equal("a/", description["Destinations"]![0]!["ExtendedS3DestinationDescription"]!["Prefix"]!.GetValue<string>());
        var first = (await _world.SendAsync("ListDeliveryStreams", new JsonObject { ["Limit"] = 1 })).Answer;
        Assert.Equal("""{"DeliveryStreamNames":["clicks"],"HasMoreDeliveryStreams":true}""", first.ToJsonString());
        var second = (await _world.SendAsync("ListDeliveryStreams", new JsonObject { ["ExclusiveStartDeliveryStreamName"] = "clicks" })).Answer;
        Assert.Equal("""{"DeliveryStreamNames":["other"],"HasMoreDeliveryStreams":false}""", second.ToJsonString());
        Assert.Equal(200, (await _world.SendAsync("DeleteDeliveryStream", Named("clicks"))).Status);
        await RefusedAsync("DescribeDeliveryStream", Named("clicks"), "ResourceNotFoundException", "Firehose clicks under account 000000000000 not found.");
    }

    [Fact]
    public async Task A_put_answers_with_an_id_for_each_record()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3());

        var one = await _world.SendAsync("PutRecord", Named("clicks", ("Record", Record("a"))));
        var batch = await _world.SendAsync("PutRecordBatch", Named("clicks", ("Records", new JsonArray(Record("b"), Record("c")))));
        await stream.FlushAsync();

        Assert.NotEmpty(one.Answer["RecordId"]!.GetValue<string>());
        Assert.Equal(0, batch.Answer["FailedPutCount"]!.GetValue<int>());
        Assert.Equal(2, batch.Answer["RequestResponses"]!.AsArray().Select(entry => entry!["RecordId"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal("abc", Assert.Single(_world.Objects.Texts));
    }

    [Fact]
    public async Task What_is_over_a_limit_is_refused_whole()
    {
        var stream = await _world.CreateAsync(FirehoseWorld.S3());
        var large = Record(new string('x', 1000 * 1024));

        await RefusedAsync("PutRecord", Named("clicks", ("Record", Record(new string('x', (1000 * 1024) + 1)))), "ValidationException", "1 validation error detected: Value at 'record.data' failed to satisfy constraint: Member must have length less than or equal to 1024000");
        await RefusedAsync("PutRecordBatch", Named("clicks", ("Records", new JsonArray([.. Enumerable.Range(0, 501).Select(_ => Record("a"))]))), "ValidationException", "1 validation error detected: Value at 'records' failed to satisfy constraint: Member must have length less than or equal to 500");
        await RefusedAsync("PutRecordBatch", Named("clicks", ("Records", new JsonArray([.. Enumerable.Range(0, 5).Select(_ => large.DeepClone())]))), "InvalidArgumentException", "Records size exceeds 4 MB limit");
        await RefusedAsync("PutRecord", Named("clicks", ("Record", new JsonObject { ["Data"] = "%" })), "SerializationException", "Data is not Base64.");
        await RefusedAsync("PutRecord", Named("missing", ("Record", Record("a"))), "ResourceNotFoundException", "Firehose missing under account 000000000000 not found.");

        Assert.Equal(0, stream.Counts.Taken);
    }

    [Fact]
    public async Task Settings_that_contradict_each_other_or_are_not_emulated_are_refused()
    {
        await _world.CreateAsync(FirehoseWorld.S3());
        await RefusedAsync("CreateDeliveryStream", Named("clicks", (S3, FirehoseWorld.S3())), "ResourceInUseException", "Firehose clicks under accountId 000000000000 already exists");
        await RefusedAsync("CreateDeliveryStream", Named("b"), "InvalidArgumentException", "Exactly one destination configuration is supported for a Firehose.");
        await RefusedAsync("CreateDeliveryStream", Named("b", ("SplunkDestinationConfiguration", new JsonObject())), "InvalidArgumentException", "SplunkDestinationConfiguration is not emulated here; docs/conformance.md lists what is.");
        await RefusedAsync("CreateDeliveryStream", Named("b", (S3, FirehoseWorld.S3("!{timestamp:yyyy}/"))), "InvalidArgumentException", "The prefix has expressions; ErrorOutputPrefix must then be given.");
        await RefusedAsync("CreateDeliveryStream", Named("b", (S3, FirehoseWorld.S3(processing: FirehoseWorld.Lambda(("NumberOfRetries", "301"))))), "InvalidArgumentException", "NumberOfRetries must be 0 to 300, but is 301.");
        await RefusedAsync("UpdateDestination", Named("clicks"), "UnknownOperationException", "The operation UpdateDestination of Firehose is not emulated here; docs/conformance.md lists what is.");
    }

    [Fact]
    public async Task A_delivery_stream_with_a_source_describes_it_and_takes_no_puts()
    {
        _world.Kinesis.Create();
        await _world.CreateReaderAsync(FirehoseWorld.S3());

        var description = (await _world.SendAsync("DescribeDeliveryStream", Named("clicks"))).Answer["DeliveryStreamDescription"]!;
        Assert.Equal("KinesisStreamAsSource", description["DeliveryStreamType"]!.GetValue<string>());
        Assert.Equal(
            """{"KinesisStreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s","RoleARN":"arn:aws:iam::000000000000:role/reader","DeliveryStartTimestamp":1767323045}""",
            description["Source"]!["KinesisStreamSourceDescription"]!.ToJsonString());
        var listed = (await _world.SendAsync("ListDeliveryStreams", new JsonObject { ["DeliveryStreamType"] = "KinesisStreamAsSource" })).Answer;
        Assert.Equal("clicks", Assert.Single(listed["DeliveryStreamNames"]!.AsArray())!.GetValue<string>());
        await RefusedAsync("PutRecord", Named("clicks", ("Record", Record("a"))), "InvalidArgumentException", "This operation is not permitted on KinesisStreamAsSource delivery stream type.");
        await RefusedAsync("PutRecordBatch", Named("clicks", ("Records", new JsonArray(Record("a")))), "InvalidArgumentException", "This operation is not permitted on KinesisStreamAsSource delivery stream type.");
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_is_refused()
    {
        const string arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
        _world.Kinesis.Create();
        await RefusedAsync(Of("DirectPut", _world.Source()), "InvalidArgumentException", "KinesisStreamSourceConfiguration is not supported for DirectPut.");
        await RefusedAsync(Of("KinesisStreamAsSource", null), "InvalidArgumentException", "KinesisStreamSourceConfiguration is missing.");
        await RefusedAsync(Of("KinesisStreamAsSource", new JsonObject { ["KinesisStreamARN"] = arn }), "ValidationException", "1 validation error detected: Value at 'roleARN' failed to satisfy constraint: Member must not be null");
        await RefusedAsync(Of("KinesisStreamAsSource", _world.Source("s")), "ValidationException", "1 validation error detected: Value at 'kinesisStreamSourceConfiguration.kinesisStreamARN' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:.*");
        await RefusedAsync(Of("KinesisStreamAsSource", _world.Source("arn:aws:sqs:us-east-1:000000000000:s")), "InvalidArgumentException", "arn:aws:sqs:us-east-1:000000000000:s is not the ARN of a Kinesis stream.");
        await RefusedAsync(Of("KinesisStreamAsSource", _world.Source(arn + "2")), "InvalidArgumentException", "Stream s2 under account 000000000000 not found.");
        await RefusedAsync(Of("KinesisStreamAsSource", _world.Source(arn.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal))), "InvalidArgumentException", "The source arn:aws:kinesis:eu-west-1:000000000000:stream/s of another account or Region is not emulated here; docs/conformance.md lists what is.");
        _world.Kinesis.Call("DeleteStream");
        await RefusedAsync(Of("KinesisStreamAsSource", _world.Source(arn)), "InvalidArgumentException", "Stream s under account 000000000000 not found.");

        Assert.Empty(_world.Service.All);
        Assert.Empty(_world.Clock.Timers);
    }

    private const string S3 = "ExtendedS3DestinationConfiguration";

    private static JsonObject Named(string name, params (string Name, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["DeliveryStreamName"] = name };
        foreach (var (member, value) in members)
        {
            request[member] = value;
        }

        return request;
    }

    private static JsonObject Record(string data) => new() { ["Data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(data)) };

    private static JsonObject Of(string type, JsonObject? source)
    {
        var request = Named("b", ("DeliveryStreamType", type), (S3, FirehoseWorld.S3()));
        request["KinesisStreamSourceConfiguration"] = source;
        return request;
    }

    private Task RefusedAsync(JsonObject request, string code, string message) => RefusedAsync("CreateDeliveryStream", request, code, message);

    private async Task RefusedAsync(string operation, JsonObject request, string code, string message)
    {
        var (status, answer) = await _world.SendAsync(operation, request);
        Assert.Equal((400, code, message), (status, answer["__type"]!.GetValue<string>(), answer["message"]!.GetValue<string>()));
    }
}
