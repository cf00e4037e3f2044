using Amazon.SQS.Model;

namespace FanIn.Demo;

/// <summary>A message as it arrived. Equal ones are copies of each other.</summary>
/// <param name="Id">What it is: the request of a result, <c>request/supplier</c> of an answer.</param>
/// <param name="Body">The message.</param>
/// <param name="Attributes">What stands beside the body, besides the trace, which every copy has of its own.</param>
internal sealed record Arrival(string Id, string Body, string Attributes)
{
    public static Arrival Of(Message message) => new(Attribute(message, "ce-id"), message.Body, AttributesOf(message));

    /// <summary>A dead letter has an id of its own, and names the message that it was.</summary>
    public static Arrival OfDeadLetter(Message message) => new(Attribute(message, "ce-causationid"), message.Body, AttributesOf(message));

    public bool Has(string attribute, string value) => Attributes.Contains($"{attribute}={value};", StringComparison.Ordinal);

    private static string Attribute(Message message, string name) =>
        message.MessageAttributes?.GetValueOrDefault(name)?.StringValue ?? message.MessageId;

    private static string AttributesOf(Message message) => string.Concat((message.MessageAttributes ?? [])
        .Where(attribute => attribute.Key != "traceparent")
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => $"{attribute.Key}={attribute.Value.StringValue};"));
}
