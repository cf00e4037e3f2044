using System.Text.Json;
using Amazon.SQS.Model;

namespace OneWayChain.Demo;

/// <summary>A completion: the last step's output, and the id by which a copy is known.</summary>
internal sealed record Completion(string Chain, string MessageId, ArchivedDocument Document)
{
    public static Completion Of(Message message) => new(
        message.MessageAttributes["chainid"].StringValue,
        message.MessageAttributes["ce-id"].StringValue,
        JsonSerializer.Deserialize<ArchivedDocument>(message.Body, JsonSerializerOptions.Web)!);
}
