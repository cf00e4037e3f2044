using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using BenchmarkDotNet.Attributes;
using Patterns.Cqrs;
using Patterns.Tables;
using Patterns.Testing;

namespace Patterns.Benchmarks;

/// <summary>
/// A batch of a table's stream projected into a view, five events of each account, against the loop that people write who know about duplicates: read the row, compare
/// its version, and put it back on the condition that it still has it. The table costs nothing, so that the code is measured; its calls are printed.
/// </summary>
[MemoryDiagnoser]
public class ProjectionBenchmarks
{
    private static readonly EventTypes<Counted> Types = new EventTypes<Counted>().With("counted", ProjectionJson.Default.Counted);

    private readonly SourceGeneratorLambdaJsonSerializer<LambdaTableJson> _serializer = new();
    private readonly ILambdaContext _context = new FakeLambdaContext(TimeSpan.FromSeconds(30), TimeProvider.System);
    private readonly EmptyTable _table = new()
    {
        Only = new TableItem(new TableKey("view#counted", "control")) { ["live"] = 1, ["building"] = 0, ["retired"] = 0, ["run"] = "", ["misses"] = 0, ["aggregateType"] = "account" },
    };

    private Handler? _handler;
    private byte[] _payload = [];

    [Params(1, 10, 100)]
    public int Records { get; set; }

    // Not async: what is measured must not begin before it has ended.
    [GlobalSetup]
    public void Setup() => SetUpAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, Description = "plain loop")]
    public async Task<Stream> PlainLoop()
    {
        var batch = _serializer.Deserialize<DynamoDBEvent>(new MemoryStream(_payload, 0, _payload.Length, false, true));
        var reply = new StreamsEventResponse { BatchItemFailures = [] };
        foreach (var record in batch.Records)
        {
            try
            {
                await ProjectAsync(record.Dynamodb.NewImage);
            }
            catch (Exception exception) when (exception is JsonException or TableException)
            {
                reply.BatchItemFailures.Add(new StreamsEventResponse.BatchItemFailure { ItemIdentifier = record.Dynamodb.SequenceNumber });
                break;
            }
        }

        var stream = new MemoryStream();
        _serializer.Serialize(reply, stream);
        return stream;
    }

    [Benchmark(Description = "ProjectionHandler")]
    public Task<Stream> ProjectionHandler() => _handler!.FunctionHandler(new MemoryStream(_payload, 0, _payload.Length, false, true), _context);

    private async Task SetUpAsync()
    {
        var source = new InMemoryTable();
        var store = new EventStore<Counted>(source, "account", Types);
        for (var record = 0; record < Records; record++)
        {
            var account = $"account-{record / 5}";
            await store.AppendAsync(account, record % 5, [new Counted(account, record, "a change of an account, with some words about it")], null, default);
        }

        _payload = Events.DynamoDb([.. source.TakeChanges().Where(change => change.NewImage!.Contains("\"event\"", StringComparison.Ordinal))]).ToArray();
        _handler = new Handler(Projector.Of(store, [new View(new ViewStore<CountedView>(_table, "counted", ProjectionJson.Default.CountedView))]));
        var before = _table.Calls;
        await PlainLoop();
        var loop = _table.Calls - before;
        using var reply = new StreamReader(await ProjectionHandler());
        if (await reply.ReadToEndAsync() is var text && text.Contains("itemIdentifier", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(text);
        }

        Console.WriteLine($"// {Records} records: the loop calls the table {loop} times, the handler {_table.Calls - before - loop} times.");
    }

    private async Task ProjectAsync(Dictionary<string, DynamoDBEvent.AttributeValue> image)
    {
        var change = JsonSerializer.Deserialize(image["data"].S, ProjectionJson.Default.Counted)!;
        var version = long.Parse(image["version"].N, CultureInfo.InvariantCulture);
        var key = new TableKey(change.Account, "row");
        var found = await _table.GetAsync(key, default);
        if (found?["version"] is { } last && last.GetInt64() >= version)
        {
            return;
        }

        var before = found is null ? null : JsonSerializer.Deserialize(found["data"]!.GetString(), ProjectionJson.Default.CountedView);
        var after = new TableItem(key) { ["version"] = version, ["data"] = JsonSerializer.Serialize(Apply(before, change), ProjectionJson.Default.CountedView) };
        await _table.PutAsync(after, default, found is null ? TableCondition.ItemMissing : TableCondition.Equal("version", found["version"]!));
    }

    private static CountedView Apply(CountedView? row, Counted change) =>
        new(change.Account, (row?.Balance ?? 0) + change.Amount, (row?.Changes ?? 0) + 1, change.Text);

    private sealed class View(ViewStore<CountedView> view) : Projection<Counted, CountedView>(view)
    {
        protected override CountedView? Apply(CountedView? row, StoredEvent<Counted> change, ViewKey key) => ProjectionBenchmarks.Apply(row, change.Event);
    }

    private sealed class Handler(Projector<StoredEvent<Counted>> projector)
        : ProjectionHandler<StoredEvent<Counted>>(projector, new RecordHandlerOptions { PartitionKeyName = "pk" });
}
