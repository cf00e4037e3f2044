using System.Text.Json;
using Amazon.Lambda.Core;
using BenchmarkDotNet.Attributes;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>A batch of ten through the engine, with idempotency on a table in memory and without it.</summary>
[MemoryDiagnoser]
public class IdempotencyBenchmarks
{
    private const int Records = 10;

    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private readonly Handler _plain = new(_ => { });
    private readonly byte[][] _batches = new byte[512][];
    private Handler _fresh = new(_ => { });
    private Handler _enlisting = new(_ => { });
    private Handler _repeated = new(_ => { });
    private int _next;

    [GlobalSetup]
    public async Task Setup()
    {
        var order = new Order("order-000017", "customer-4711", "DE", 3, 129.95m, ["sku-1001", "sku-2002", "sku-3003"], "Please ring twice.");
        var body = JsonSerializer.Serialize(order, OrderJson.Default.Order);
        for (var batch = 0; batch < _batches.Length; batch++)
        {
            var first = batch * Records;
            var messages = Enumerable.Range(first, Records).Select(id => new SqsRecord(body) { MessageId = $"00000000-0000-0000-0000-{id:D12}" });
            _batches[batch] = Events.Sqs([.. messages]).ToArray();
        }

        _repeated = new Handler(pipeline => pipeline.UseIdempotency(new InMemoryTable()));
        await RunAsync(_repeated, 0);
    }

    /// <summary>New tables, so that every key is new.</summary>
    [IterationSetup]
    public void Forget()
    {
        _next = 0;
        _fresh = new Handler(pipeline => pipeline.UseIdempotency(new InMemoryTable()));
        _enlisting = new Handler(pipeline => pipeline.UseIdempotency(new InMemoryTable())) { Enlists = true };
    }

    [Benchmark(Baseline = true, Description = "without", OperationsPerInvoke = 512)]
    public Task Without() => RunAllAsync(_plain);

    [Benchmark(Description = "new keys", OperationsPerInvoke = 512)]
    public Task NewKeys() => RunAllAsync(_fresh);

    [Benchmark(Description = "new keys, one enlisted write each", OperationsPerInvoke = 512)]
    public Task Enlisted() => RunAllAsync(_enlisting);

    [Benchmark(Description = "repetitions that the process knows", OperationsPerInvoke = 512)]
    public async Task Repetitions()
    {
        for (var batch = 0; batch < _batches.Length; batch++)
        {
            await RunAsync(_repeated, 0);
        }
    }

    private async Task RunAllAsync(Handler handler)
    {
        for (; _next < _batches.Length; _next++)
        {
            await RunAsync(handler, _next);
        }
    }

    private Task<Stream> RunAsync(Handler handler, int batch)
    {
        var payload = _batches[batch];
        return handler.FunctionHandler(new MemoryStream(payload, 0, payload.Length, false, true), _context);
    }

    private sealed class Handler(Action<RecordPipeline<Order>> pipeline) : RecordHandler<Order>(OrderJson.Default.Order, pipeline: pipeline)
    {
        public bool Enlists { get; init; }

        protected override ValueTask HandleAsync(Order message, RecordContext context)
        {
            if (Enlists)
            {
                context.Enlist(new Tables.TableUpdate(new("stock#" + context.Id, "stock")).Add("sold", 1));
            }

            return ValueTask.CompletedTask;
        }
    }
}
