using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services.Lambda.Mappings;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Services.Lambda;
using Patterns.Local.Triggers.Streams;

namespace Patterns.Local.Tests.Triggers.Streams;

/// <summary>A stream of numbered records, a mapping that reads it, and a function that the test plays.</summary>
internal sealed class StreamWorld : IAsyncDisposable
{
    public const string Arn = "arn:aws:kinesis:us-east-1:000000000000:stream/s";
    public const string Queue = "arn:aws:sqs:us-east-1:000000000000:failed";

    private int _last;

    public StreamWorld(StreamKind? kind = null, IFunctionInvoker? invoker = null)
    {
        Stream = new RecordStream(Arn, Lambda.Clock, TimeSpan.FromHours(24));
        Shard = Stream.AddShard("shard-1", "0");
        Lambda.Service.Mappings.Support(new StreamEventSourceProvider(
            kind ?? StreamKind.Kinesis, arn => arn == Arn ? Stream : null, Lambda.Aws, invoker ?? Lambda.Invoker, Lambda.Targets, Lambda.Console));
    }

    public LambdaWorld Lambda { get; } = new();

    public RecordStream Stream { get; }

    public Shard Shard { get; }

    public EventSourceMapping Mapping => Lambda.Service.Mappings.List().Single();

    public ShardProgress Progress => Mapping.Progress.Of(Shard.Id);

    public string LastResult => Mapping.Source!.LastProcessingResult;

    public IEnumerable<string> Notices => Lambda.Console.Notices;

    /// <summary>Records numbered from 1, all with one key.</summary>
    public void Put(int count, Shard? shard = null)
    {
        for (var i = 0; i < count; i++)
        {
            PutKey("k", shard);
        }
    }

    public NumberedRecord PutKey(string key, Shard? shard = null, string padding = "") => (shard ?? Shard).Append(() => new NumberedRecord
    {
        Number = ++_last,
        SequenceNumber = $"{_last}",
        PartitionKey = key,
        ArrivedAt = Lambda.Clock.GetUtcNow(),
        Padding = padding,
    });

    public Task<EventSourceMapping> MapAsync(Func<StreamMappingSettings, StreamMappingSettings>? stream = null, Func<EventSourceMappingSettings, EventSourceMappingSettings>? common = null)
    {
        var settings = new EventSourceMappingSettings(Lambda.Service.Functions.Find("fn"), Arn)
        {
            Stream = new StreamMappingSettings { StartingPosition = StreamMappingSettings.TrimHorizon },
        };
        settings = settings with { Stream = stream?.Invoke(settings.Stream) ?? settings.Stream };
        return Lambda.Service.Mappings.CreateAsync(common?.Invoke(settings) ?? settings);
    }

    public Task UpdateAsync(Func<EventSourceMappingSettings, EventSourceMappingSettings> change) => Lambda.Service.Mappings.UpdateAsync(Mapping.Id, change);

    public Task<FakeInvoker.Call> NextAsync() => Lambda.Invoker.NextAsync();

    /// <summary>Answers the next call, and tells the numbers of its records.</summary>
    public async Task<IReadOnlyList<int>> ReturnAsync(string reply = "null")
    {
        var call = await NextAsync();
        call.Return(reply);
        return Numbers(call);
    }

    public async Task<IReadOnlyList<int>> FailAsync()
    {
        var call = await NextAsync();
        call.Fail();
        return Numbers(call);
    }

    /// <summary>Moves the clock as soon as the mapping waits for exactly that time.</summary>
    public Task PassAsync(double seconds) => Lambda.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(seconds));

    public Task DoneAsync(long position) => Eventually.BecomesTrueAsync(() => Progress.Checkpoint == position);

    public static IReadOnlyList<int> Numbers(FakeInvoker.Call call) =>
        [.. Event(call).GetProperty("Records").EnumerateArray().Select(record => record.GetProperty("n").GetInt32())];

    public static JsonElement Event(FakeInvoker.Call call) => JsonElement.Parse(call.Payload);

    public static string Failures(params int[] numbers) =>
        $$"""{"batchItemFailures":[{{string.Join(',', numbers.Select(number => $$"""{"itemIdentifier":"{{number}}"}"""))}}]}""";

    public ValueTask DisposeAsync() => Lambda.DisposeAsync();
}
