using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.KinesisEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using BenchmarkDotNet.Attributes;
using Patterns.Outbound;
using Patterns.StreamTransform;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>A batch of a shard decoded, transformed, encoded and put to a sink in memory, against the loop that most people write.</summary>
[MemoryDiagnoser]
public class StreamTransformBenchmarks
{
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaStreamJson> _serializer = new();
    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private readonly Views _handler = new(new WillingSink());
    private byte[] _payload = [];

    [Params(1, 10, 100)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var records = Enumerable.Range(0, Records).Select(n => new StreamRecord($"10.0.{n % 7}.{n}", JsonSerializer.SerializeToUtf8Bytes(
            new LogLine($"10.0.{n % 7}.{n}", "2026-11-02T10:00:00Z", "GET", $"/products/{n}?session=a1b2c3d4e5f6", 200, 5120, "https://www.example.com/start", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0"),
            LogJson.Default.LogLine))
        {
            SequenceNumber = $"49640001{n:D48}",
        });
        _payload = Events.Kinesis([.. records]).ToArray();
    }

    [Benchmark(Baseline = true, Description = "plain loop")]
    public async Task<Stream> PlainLoop()
    {
        var batch = _serializer.Deserialize<KinesisEvent>(new MemoryStream(_payload, 0, _payload.Length, false, true));
        var reply = new StreamsEventResponse { BatchItemFailures = [] };
        var entries = new List<(string PartitionKey, MemoryStream Data)>();
        foreach (var record in batch.Records)
        {
            try
            {
                var line = JsonSerializer.Deserialize(record.Kinesis.Data, LogJson.Default.LogLine)!;
                if (PageView.Of(line) is { } view)
                {
                    entries.Add((record.Kinesis.PartitionKey, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(view, LogJson.Default.PageView))));
                }
            }
            catch (JsonException)
            {
                reply.BatchItemFailures.Add(new StreamsEventResponse.BatchItemFailure { ItemIdentifier = record.Kinesis.SequenceNumber });
                break;
            }
        }

        await PutAsync(entries);
        var stream = new MemoryStream();
        _serializer.Serialize(reply, stream);
        return stream;
    }

    [Benchmark(Description = "StreamTransformHandler")]
    public Task<Stream> Handler() => _handler.FunctionHandler(new MemoryStream(_payload, 0, _payload.Length, false, true), _context);

    private static ValueTask<int> PutAsync(List<(string PartitionKey, MemoryStream Data)> entries) => ValueTask.FromResult(entries.Count);

    private sealed class Views(IDestination sink) : StreamTransformHandler<LogLine, PageView>(
        LogJson.Default.LogLine,
        LogJson.Default.PageView,
        new StreamTransformOptions<PageView> { Sinks = [new(sink)] })
    {
        protected override ValueTask TransformAsync(LogLine record, TransformContext<PageView> context)
        {
            if (PageView.Of(record) is { } view)
            {
                context.Emit(view);
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A stream that takes everything at once.</summary>
    private sealed class WillingSink : IDestination
    {
        public string Name => "sink";

        public DestinationLimits Limits { get; } = new(500, 10_485_760, 1_048_576, 100);

        public bool KeepsOrder => true;

        public ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<SendFailure>>([]);
    }
}
