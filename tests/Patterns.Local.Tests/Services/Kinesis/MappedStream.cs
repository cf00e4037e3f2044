using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Tests.Services.Lambda;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Services.Kinesis;

/// <summary>A stream and a mapping that hands its records to a function of the test.</summary>
internal sealed class MappedStream : IAsyncDisposable
{
    public const string Queue = "arn:aws:sqs:us-east-1:000000000000:failed";

    public MappedStream(int shards = 1, IFunctionInvoker? invoker = null)
    {
        Kinesis = new KinesisWorld(Lambda.Clock).Create(shards);
        Lambda.Service.Mappings.Support(new StreamEventSourceProvider(
            StreamKind.Kinesis, arn => Kinesis.Service.FindByArn(arn)?.Log, Lambda.Aws, invoker ?? Lambda.Invoker, Lambda.Targets, Lambda.Console));
    }

    public LambdaWorld Lambda { get; } = new();

    public KinesisWorld Kinesis { get; }

    public EventSourceMapping Mapping => Lambda.Service.Mappings.List().Single();

    public Task MapAsync(Func<StreamMappingSettings, StreamMappingSettings>? stream = null, Func<EventSourceMappingSettings, EventSourceMappingSettings>? common = null)
    {
        var settings = new EventSourceMappingSettings(Lambda.Service.Functions.Find("fn"), Kinesis.Arn)
        {
            Stream = new StreamMappingSettings { StartingPosition = StreamMappingSettings.TrimHorizon },
        };
        settings = settings with { Stream = stream?.Invoke(settings.Stream) ?? settings.Stream };
        return Lambda.Service.Mappings.CreateAsync(common?.Invoke(settings) ?? settings);
    }

    public Task EnableAsync(bool isEnabled) => Lambda.Service.Mappings.UpdateAsync(Mapping.Id, settings => settings with { IsEnabled = isEnabled });

    public async Task<IReadOnlyList<string>> ReturnAsync(string reply = "null")
    {
        var call = await Lambda.Invoker.NextAsync();
        call.Return(reply);
        return Data(call.Payload);
    }

    public async Task<IReadOnlyList<string>> FailAsync()
    {
        var call = await Lambda.Invoker.NextAsync();
        call.Fail();
        return Data(call.Payload);
    }

    public void Split(string shard, string at) => Kinesis.Call("SplitShard", new JsonObject { ["ShardToSplit"] = shard, ["NewStartingHashKey"] = at });

    public static IReadOnlyList<string> Data(string payload) => [.. Records(payload).Select(DataOf)];

    public static IEnumerable<JsonElement> Records(string payload) => JsonElement.Parse(payload).GetProperty("Records").EnumerateArray();

    public static string DataOf(JsonElement record) => Encoding.UTF8.GetString(record.GetProperty("kinesis").GetProperty("data").GetBytesFromBase64());

    public ValueTask DisposeAsync() => Lambda.DisposeAsync();
}
