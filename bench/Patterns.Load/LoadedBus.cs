using System.Text;

namespace Patterns.Load;

/// <summary>A bus with 100 rules that all send to one queue; each event matches one of them.</summary>
internal sealed class LoadedBus : IAsyncDisposable
{
    public const int RuleCount = 100;

    private readonly SqsConnection _connection;
    private readonly string _name = $"load-{Guid.NewGuid():N}";

    private LoadedBus(SqsConnection connection) => _connection = connection;

    /// <summary>The requests of ten events each; together they match every rule once.</summary>
    public IReadOnlyList<byte[]> Requests => [.. Enumerable.Range(0, RuleCount / Patterns.Load.Requests.BatchSize).Select(Request)];

    public static async Task<LoadedBus> CreateAsync(Uri endpoint, string queueUrl, CancellationToken stop)
    {
        var bus = new LoadedBus(new SqsConnection(endpoint));
        var queue = $"arn:aws:sqs:us-east-1:000000000000:{queueUrl[(queueUrl.LastIndexOf('/') + 1)..]}";
        await bus.CallAsync("CreateEventBus", $$"""{"Name":"{{bus._name}}"}""", stop);
        for (var rule = 0; rule < RuleCount; rule++)
        {
            await bus.CallAsync("PutRule", $$$"""{"Name":"r{{{rule}}}","EventBusName":"{{{bus._name}}}","EventPattern":"{\"source\":[\"shop\"],\"detail\":{\"kind\":[\"k{{{rule}}}\"],\"quantity\":[{\"numeric\":[\">\",0]}],\"country\":[{\"prefix\":\"D\"}]}}"}""", stop);
            await bus.CallAsync("PutTargets", $$"""{"Rule":"r{{rule}}","EventBusName":"{{bus._name}}","Targets":[{"Id":"queue","Arn":"{{queue}}"}]}""", stop);
        }

        return bus;
    }

    public async ValueTask DisposeAsync()
    {
        for (var rule = 0; rule < RuleCount; rule++)
        {
            await CallAsync("RemoveTargets", $$"""{"Rule":"r{{rule}}","EventBusName":"{{_name}}","Ids":["queue"]}""", CancellationToken.None);
            await CallAsync("DeleteRule", $$"""{"Name":"r{{rule}}","EventBusName":"{{_name}}"}""", CancellationToken.None);
        }

        await CallAsync("DeleteEventBus", $$"""{"Name":"{{_name}}"}""", CancellationToken.None);
        _connection.Dispose();
    }

    private Task CallAsync(string operation, string body, CancellationToken stop) => _connection.PostAsync($"AWSEvents.{operation}", Encoding.UTF8.GetBytes(body), stop);

    private byte[] Request(int batch)
    {
        var entries = Enumerable.Range(batch * Patterns.Load.Requests.BatchSize, Patterns.Load.Requests.BatchSize).Select(kind =>
            $$"""{"EventBusName":"{{_name}}","Source":"shop","DetailType":"order.placed","Detail":"{\"kind\":\"k{{kind}}\",\"id\":\"order-000017\",\"customer\":\"customer-4711\",\"country\":\"DE\",\"quantity\":3}"}""");
        return Encoding.UTF8.GetBytes($$"""{"Entries":[{{string.Join(',', entries)}}]}""");
    }
}
