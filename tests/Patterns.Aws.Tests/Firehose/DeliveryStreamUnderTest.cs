using System.Text;
using System.Text.Json;

namespace Patterns.Aws.Tests.Firehose;

/// <summary>A delivery stream for the contract of destinations: reads the lines of its files back as messages with attributes.</summary>
internal sealed class DeliveryStreamUnderTest(Endpoint endpoint, string arn) : DestinationUnderTest
{
    private static readonly string[] s_members = ["specversion", "data", "datacontenttype"];
    private static readonly string[] s_envelopes = ["id", "type", "source", "subject", "time", "correlationid", "causationid"];

    public override IDestination Destination => Aws.Destination.DeliveryStream(endpoint.Firehose, arn);

    public override IDestination Missing => Aws.Destination.DeliveryStream(endpoint.Firehose, arn + "-missing");

    public override async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) =>
        [.. (await endpoint.DeliveredAsync(arn)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Message(JsonElement.Parse(Encoding.UTF8.GetBytes(line))))];

    private static ReceivedMessage Message(JsonElement cloudEvent)
    {
        var data = cloudEvent.GetProperty("data");
        var isText = cloudEvent.TryGetProperty("datacontenttype", out _);
        var attributes = cloudEvent.EnumerateObject()
            .Where(member => !s_members.Contains(member.Name) && (member.Name, member.Value.GetString()) is not ("type", "message") and not ("source", "patterns"))
            .ToDictionary(member => s_envelopes.Contains(member.Name) ? $"ce-{member.Name}" : member.Name, member => member.Value.GetString()!);
        return new ReceivedMessage(isText ? data.GetString()! : data.GetRawText(), attributes);
    }
}
