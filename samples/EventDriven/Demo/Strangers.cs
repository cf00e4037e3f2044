using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace EventDriven.Demo;

/// <summary>Others who publish to the bus: some of them nonsense, and one of them a newer version of the asset service.</summary>
internal sealed class Strangers(string run)
{
    private const string Known = "asset.updated.v1";

    /// <summary>What subscribers are given and cannot read.</summary>
    public IReadOnlyList<string> Nonsense { get; } = [$"{run}-nonsense-1", $"{run}-nonsense-2", $"{run}-nonsense-3"];

    /// <summary>What no rule matches.</summary>
    public IReadOnlyList<string> Unwanted { get; } = [$"{run}-unwanted-1", $"{run}-unwanted-2"];

    /// <summary>An asset whose event says more than was agreed.</summary>
    public string Newer => $"{run}-newer";

    public string NewerOwner => $"{run}-anna";

    public async Task PublishAsync()
    {
        using var bus = new AmazonEventBridgeClient();
        var response = await bus.PutEventsAsync(new PutEventsRequest
        {
            Entries =
            [
                Event("/assets", Known, new { remark = Nonsense[0] }),
                Event("/assets", Known, new { id = Nonsense[1], version = 0, owner = "nobody", value = 1 }),
                Event("/assets", Known, CloudEvent(Nonsense[2], id: $"{run}-3")),
                Event("/assets", "asset.updated.v2", new { id = Unwanted[0], version = 1, owner = "nobody", value = 1 }),
                Event("/elsewhere", Known, new { id = Unwanted[1], version = 1, owner = "nobody", value = 1 }),
                Event("/assets", Known, CloudEvent(new { id = Newer, version = 1, owner = NewerOwner, value = 7.5m, currency = "EUR" }, id: $"{Known}/{Newer}/1")),
            ],
        });
        if (response.FailedEntryCount is > 0)
        {
            throw new InvalidOperationException("The bus did not take all events.");
        }
    }

    private static object CloudEvent(object data, string id) => new { specversion = "1.0", id, source = "/assets", type = Known, datacontenttype = "application/json", data };

    private static PutEventsRequestEntry Event(string source, string type, object detail) =>
        new() { EventBusName = StackOutputs.Get("BusName"), Source = source, DetailType = type, Detail = JsonSerializer.Serialize(detail) };
}
