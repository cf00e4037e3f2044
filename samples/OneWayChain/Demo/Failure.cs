using Amazon.SQS.Model;

namespace OneWayChain.Demo;

/// <summary>A failure record, as its attributes say it.</summary>
internal sealed record Failure(string Chain, string Step, string Exception, string Cause)
{
    public static Failure Of(Message message) => new(
        Attribute(message, "chainid"),
        Attribute(message, "chainstep"),
        Attribute(message, "failure-exception"),
        Attribute(message, "failure-message"));

    private static string Attribute(Message message, string name) => message.MessageAttributes?.GetValueOrDefault(name)?.StringValue ?? "";
}
