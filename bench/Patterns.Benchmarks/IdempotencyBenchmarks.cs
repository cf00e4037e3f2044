using System.Text.Json;
using Amazon.Lambda.Core;
using BenchmarkDotNet.Attributes;
using Patterns.Idempotency;
using Patterns.Tables;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>A batch of ten through the engine, with idempotency and without it.</summary>
[MemoryDiagnoser]
public class IdempotencyBenchmarks
{
    private const int Records = 10;

    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private readonly Handler _plain = new(_ => { });
    private readonly Handler _willing = Uncached(new WillingTable());
    private readonly Handler _repeated = new(pipeline => pipeline.UseIdempotency(new InMemoryTable()));
    private byte[] _payload = [];

    [GlobalSetup]
    public async Task Setup()
    {
        var order = new Order("order-000017", "customer-4711", "DE", 3, 129.95m, ["sku-1001", "sku-2002", "sku-3003"], "Please ring twice.");
        var body = JsonSerializer.Serialize(order, OrderJson.Default.Order);
        var messages = Enumerable.Range(0, Records).Select(id => new SqsRecord(body) { MessageId = $"00000000-0000-0000-0000-{id:D12}" });
        _payload = Events.Sqs([.. messages]).ToArray();
        await RunAsync(_repeated);
    }

    [Benchmark(Baseline = true, Description = "without")]
    public Task<Stream> Without() => RunAsync(_plain);

    [Benchmark(Description = "new keys, table that takes all")]
    public Task<Stream> NewKeys() => RunAsync(_willing);

    [Benchmark(Description = "new keys, new table in memory")]
    public Task<Stream> NewKeysInMemory() => RunAsync(Uncached(new InMemoryTable()));

    [Benchmark(Description = "repetitions that the process knows")]
    public Task<Stream> Repetitions() => RunAsync(_repeated);

    private static Handler Uncached(ITable table) =>
        new(pipeline => pipeline.UseIdempotency(table, new IdempotencyOptions<Order> { CacheSize = 0 }));

    private Task<Stream> RunAsync(Handler handler) =>
        handler.FunctionHandler(new MemoryStream(_payload, 0, _payload.Length, false, true), _context);

    private sealed class Handler(Action<RecordPipeline<Order>> pipeline) : RecordHandler<Order>(OrderJson.Default.Order, pipeline: pipeline)
    {
        protected override ValueTask HandleAsync(Order message, RecordContext context) => ValueTask.CompletedTask;
    }
}
