using System.Text;
using System.Text.Json;

namespace Patterns.Aws.Tests.Kinesis;

/// <summary>A stream for the contract of destinations: reads its CloudEvents back as messages with attributes.</summary>
internal sealed class StreamUnderTest(Endpoint endpoint, string arn) : DestinationUnderTest
{
    public override IDestination Destination => Aws.Destination.Stream(endpoint.Kinesis, arn);

    public override IDestination Missing => Aws.Destination.Stream(endpoint.Kinesis, arn + "-missing");

    public override async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count) =>
        [.. (await ReadAsync(endpoint, arn, count)).Select(message => message.Received)];

    public static async Task<IReadOnlyList<(ReceivedMessage Received, byte[] Bytes)>> ReadAsync(Endpoint endpoint, string arn, int count = 1) =>
        [.. (await endpoint.ReadAsync(arn, count)).Select(record => Message(JsonElement.Parse(record.Data.ToArray())))];

    private static (ReceivedMessage Received, byte[] Bytes) Message(JsonElement cloudEvent)
    {
        var bytes = Body(cloudEvent);
        var attributes = cloudEvent.EnumerateObject()
            .Where(member => member.Name is not ("specversion" or "data" or "data_base64" or "datacontenttype"))
            .Where(member => (member.Name, member.Value.GetString()) is not ("source", "patterns") and not ("type", "message"))
            .ToDictionary(member => IsCloudEvents(member.Name) ? $"ce-{member.Name}" : member.Name, member => member.Value.GetString()!);
        return (new ReceivedMessage(Encoding.UTF8.GetString(bytes), attributes), bytes);
    }

    private static bool IsCloudEvents(string name) => name is "id" or "source" or "type" or "subject" or "time" or "correlationid" or "causationid";

    private static byte[] Body(JsonElement cloudEvent)
    {
        if (cloudEvent.TryGetProperty("data_base64", out var binary))
        {
            return binary.GetBytesFromBase64();
        }

        var data = cloudEvent.GetProperty("data");
        return Encoding.UTF8.GetBytes(cloudEvent.TryGetProperty("datacontenttype", out _) ? data.GetString()! : data.GetRawText());
    }
}
