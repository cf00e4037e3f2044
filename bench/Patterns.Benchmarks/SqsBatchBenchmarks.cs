using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>An SQS batch of typed orders through the engine, against the loop that most people write.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SqsBatchBenchmarks
{
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaJson> _serializer = new();
    private readonly NullHandler _handler = new();
    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private byte[] _payload = [];
    private SQSEvent _event = new();

    [Params(1, 10, 100)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var order = new Order(
            "order-000017", "customer-4711", "DE", 3, 129.95m, ["sku-1001", "sku-2002", "sku-3003", "sku-4004"],
            "Please leave the parcel with the neighbour on the ground floor if nobody answers the door; thank you very much.");
        var body = JsonSerializer.Serialize(order, OrderJson.Default.Order);
        var messages = Enumerable.Range(0, Records).Select(_ => new SqsRecord(body)
        {
            Attributes = new Dictionary<string, string> { ["ce-type"] = "order.placed" },
        });
        _payload = Events.Sqs([.. messages]).ToArray();
        _event = _serializer.Deserialize<SQSEvent>(new MemoryStream(_payload));
    }

    [Benchmark(Baseline = true, Description = "plain loop")]
    [BenchmarkCategory("stream")]
    public async Task<Stream> PlainLoop()
    {
        var batch = _serializer.Deserialize<SQSEvent>(new MemoryStream(_payload, 0, _payload.Length, false, true));
        var reply = new MemoryStream();
        _serializer.Serialize(await LoopAsync(batch), reply);
        return reply;
    }

    [Benchmark(Description = "engine")]
    [BenchmarkCategory("stream")]
    public Task<Stream> Engine() => _handler.FunctionHandler(new MemoryStream(_payload, 0, _payload.Length, false, true), _context);

    [Benchmark(Baseline = true, Description = "plain loop, typed")]
    [BenchmarkCategory("typed")]
    public Task<SQSBatchResponse> PlainLoopTyped() => LoopAsync(_event);

    [Benchmark(Description = "engine, typed")]
    [BenchmarkCategory("typed")]
    public Task<SQSBatchResponse> EngineTyped() => _handler.HandleSqsAsync(_event, _context);

    private static async Task<SQSBatchResponse> LoopAsync(SQSEvent batch)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var message in batch.Records)
        {
            try
            {
                var order = JsonSerializer.Deserialize(message.Body, OrderJson.Default.Order)!;
                await NullHandler.WorkAsync(order);
            }
            catch (Exception)
            {
                failures.Add(new SQSBatchResponse.BatchItemFailure { ItemIdentifier = message.MessageId });
            }
        }

        return new SQSBatchResponse(failures);
    }

    private sealed class NullHandler() : RecordHandler<Order>(OrderJson.Default.Order)
    {
        public static ValueTask WorkAsync(Order order)
        {
            ArgumentNullException.ThrowIfNull(order);
            return ValueTask.CompletedTask;
        }

        protected override ValueTask HandleAsync(Order message, RecordContext context) => WorkAsync(message);
    }
}
