using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;
using Patterns.Local.Services.Firehose;
using Patterns.Local.Services.Firehose.Delivery;
using Patterns.Local.Services.Firehose.Wire;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Kinesis;
using Patterns.Local.Tests.Services.Lambda;

namespace Patterns.Local.Tests.Services.Firehose;

/// <summary>The service on a clock that stands still, over objects in memory and a function that the test answers.</summary>
internal sealed class FirehoseWorld
{
    public const string Function = "arn:aws:lambda:us-east-1:000000000000:function:clean";

    private readonly FirehoseEndpoint _endpoint;

    public FirehoseWorld()
    {
        Kinesis = new KinesisWorld(Clock);
        Service = new FirehoseService(new AwsEnvironment("us-east-1", "000000000000", Clock), Invoker, Objects, Kinesis.Service, Console);
        _endpoint = new FirehoseEndpoint(Service);
    }

    public TestClock Clock { get; } = new();

    public KinesisWorld Kinesis { get; }

    public FakeInvoker Invoker { get; } = new();

    public RecordingObjects Objects { get; } = new();

    public RecordingConsole Console { get; } = new();

    public FirehoseService Service { get; }

    /// <summary>The S3 part of a request to create a delivery stream.</summary>
    public static JsonObject S3(string? prefix = null, string? errorPrefix = null, JsonObject? processing = null, bool partitioned = false)
    {
        var s3 = new JsonObject
        {
            ["RoleARN"] = "arn:aws:iam::000000000000:role/r",
            ["BucketARN"] = "arn:aws:s3:::logs",
            ["BufferingHints"] = new JsonObject { ["SizeInMBs"] = partitioned ? 64 : 1, ["IntervalInSeconds"] = 60 },
            ["Prefix"] = prefix,
            ["ErrorOutputPrefix"] = errorPrefix,
            ["ProcessingConfiguration"] = processing,
        };
        if (partitioned)
        {
            s3["DynamicPartitioningConfiguration"] = new JsonObject { ["Enabled"] = true };
        }

        return s3;
    }

    public static JsonObject Lambda(params (string Name, string Value)[] parameters) => new()
    {
        ["Enabled"] = true,
        ["Processors"] = new JsonArray(new JsonObject
        {
            ["Type"] = "Lambda",
            ["Parameters"] = new JsonArray([.. parameters.Prepend(("LambdaArn", Function)).Select(parameter => (JsonNode)new JsonObject { ["ParameterName"] = parameter.Item1, ["ParameterValue"] = parameter.Item2 })]),
        }),
    };

    /// <summary>The source part of such a request: the stream of <see cref="Kinesis"/>.</summary>
    public JsonObject Source(string? arn = null) => new()
    {
        ["KinesisStreamARN"] = arn ?? Kinesis.Arn,
        ["RoleARN"] = "arn:aws:iam::000000000000:role/reader",
    };

    public Task<DeliveryStream> CreateAsync(JsonObject s3, string name = "clicks") =>
        CreateAsync(new JsonObject { ["DeliveryStreamName"] = name, ["ExtendedS3DestinationConfiguration"] = s3 });

    /// <summary>A delivery stream called clicks that reads the stream of <see cref="Kinesis"/>.</summary>
    public Task<DeliveryStream> CreateReaderAsync(JsonObject s3) => CreateAsync(new JsonObject
    {
        ["DeliveryStreamName"] = "clicks",
        ["DeliveryStreamType"] = "KinesisStreamAsSource",
        ["KinesisStreamSourceConfiguration"] = Source(),
        ["ExtendedS3DestinationConfiguration"] = s3,
    });

    private async Task<DeliveryStream> CreateAsync(JsonObject request)
    {
        var (status, answer) = await SendAsync("CreateDeliveryStream", request);
        Assert.True(status == 200, answer.ToJsonString());
        return Service.Find(request["DeliveryStreamName"]!.GetValue<string>());
    }

    /// <summary>One request over the wire.</summary>
    public async Task<(int Status, JsonObject Answer)> SendAsync(string operation, JsonObject request)
    {
        var http = new DefaultHttpContext();
        using var answer = new MemoryStream();
        http.Request.Headers["X-Amz-Target"] = $"Firehose_20150804.{operation}";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(request.ToJsonString()));
        http.Response.Body = answer;
        await _endpoint.HandleAsync(http);
        await http.Response.BodyWriter.FlushAsync();
        return (http.Response.StatusCode, JsonNode.Parse(answer.ToArray())!.AsObject());
    }

    public static void Put(DeliveryStream stream, params string[] records)
    {
        foreach (var record in records)
        {
            stream.Add(Encoding.UTF8.GetBytes(record));
        }
    }

    /// <summary>The ids and data in the event of a call.</summary>
    public static List<(string Id, string Data)> RecordsIn(FakeInvoker.Call call)
    {
        using var document = JsonDocument.Parse(call.Payload);
        return [.. document.RootElement.GetProperty("records").EnumerateArray().Select(record => (record.GetProperty("recordId").GetString()!, Encoding.UTF8.GetString(record.GetProperty("data").GetBytesFromBase64())))];
    }

    public static string Ok(string id, string data, string? keys = null)
    {
        var metadata = keys is null ? "" : $$""","metadata":{"partitionKeys":{{keys}}}""";
        return $$"""{"recordId":"{{id}}","result":"Ok","data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(data))}}"{{metadata}}}""";
    }

    public static string Reply(params IEnumerable<string> records) => $$"""{"records":[{{string.Join(',', records)}}]}""";

    /// <summary>The next call; moves the clock until it comes.</summary>
    public async Task<FakeInvoker.Call> NextCallAsync()
    {
        for (var turn = 0; turn < 100_000 && !Invoker.HasCall; turn++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return await Invoker.NextAsync();
    }
}
