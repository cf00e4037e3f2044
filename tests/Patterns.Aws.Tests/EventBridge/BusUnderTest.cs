using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Patterns.Aws.Tests.EventBridge;

/// <summary>A bus with a queue behind it: reads its CloudEvents back as messages with attributes.</summary>
internal sealed class BusUnderTest(Endpoint endpoint, string arn, string queueUrl) : DestinationUnderTest
{
    private static readonly string[] s_members = ["specversion", "data", "datacontenttype"];
    private static readonly string[] s_envelopes = ["id", "type", "source", "subject", "time", "correlationid", "causationid"];

    public override IDestination Destination => Aws.Destination.Bus(endpoint.EventBridge, arn);

    public static async Task<BusUnderTest> CreateAsync(Endpoint endpoint)
    {
        var (url, queue) = await endpoint.CreateQueueAsync(fifo: false);
        var bus = $"b-{Guid.NewGuid():N}";
        var arn = (await endpoint.EventBridge.CreateEventBusAsync(new CreateEventBusRequest { Name = bus })).EventBusArn;
        await endpoint.EventBridge.PutRuleAsync(new PutRuleRequest { Name = "all", EventBusName = bus, EventPattern = """{"account":[{"exists":true}]}""" });
        await endpoint.EventBridge.PutTargetsAsync(new PutTargetsRequest { Rule = "all", EventBusName = bus, Targets = [new Target { Id = "queue", Arn = queue }] });
        return new BusUnderTest(endpoint, arn, url);
    }

    public override async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) =>
        [.. (await EventsAsync(count)).Select(item => Message(item.GetProperty("detail")))];

    /// <summary>The envelopes that arrived.</summary>
    public async Task<IReadOnlyList<JsonElement>> EventsAsync(int count) =>
        [.. (await endpoint.ReceiveAsync(queueUrl, count)).Select(message => JsonElement.Parse(message.Body))];

    private static ReceivedMessage Message(JsonElement cloudEvent)
    {
        var data = cloudEvent.GetProperty("data");
        var isText = cloudEvent.TryGetProperty("datacontenttype", out _);
        var attributes = cloudEvent.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name) && !IsDefault(member))
            .ToDictionary(member => s_envelopes.Contains(member.Name) ? $"ce-{member.Name}" : member.Name, member => member.Value.GetString()!);
        return new ReceivedMessage(isText ? data.GetString()! : data.GetRawText(), attributes);
    }

    private static bool IsDefault(JsonProperty member) =>
        (member.Name, member.Value.GetString()) is ("type", "message") or ("source", "patterns");
}
