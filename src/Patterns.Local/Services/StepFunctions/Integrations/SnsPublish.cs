using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Integrations;

/// <summary>Publishes a message to a topic.</summary>
/// <param name="topics">The topics.</param>
/// <param name="isOptimised">False for an <c>aws-sdk</c> resource, whose errors are spelt otherwise and whose response has no metadata.</param>
internal sealed class SnsPublish(SnsService topics, bool isOptimised) : IIntegration
{
    public Task<JsonData> RequestAsync(IntegrationRequest request, CancellationToken cancellationToken)
    {
        var parameters = request.Read();
        if (parameters.Find("PhoneNumber") is not null)
        {
            throw IntegrationException.Runtime("Publishing to a PhoneNumber is not emulated here.");
        }

        try
        {
            var topic = parameters.Text("TopicArn") ?? parameters.Required("TargetArn");
            var accepted = topics.Publish(topic, Message(parameters));
            return Task.FromResult<JsonData>(isOptimised ? ResponseMetadata.AddTo(Response(accepted)) : Response(accepted));
        }
        catch (AwsException error)
        {
            throw isOptimised
                ? ServiceFailure.Of(error, "SNS", "AmazonSNS", "AmazonSNSException")
                : ServiceFailure.Of(error, "Sns", "Sns", "SnsException");
        }
    }

    private static ObjectData Response(PublishResult accepted)
    {
        var response = ObjectData.Of(("MessageId", new TextData(accepted.MessageId)));
        return accepted.SequenceNumber is { } number ? response.With("SequenceNumber", new TextData(number)) : response;
    }

    private static PublishInput Message(ParameterReader parameters) => new(parameters.TextOrJson("Message") ?? "")
    {
        Subject = parameters.Text("Subject"),
        MessageStructure = parameters.Text("MessageStructure"),
        GroupId = parameters.Text("MessageGroupId"),
        DeduplicationId = parameters.Text("MessageDeduplicationId"),
        Attributes = Attributes(parameters.Find("MessageAttributes")),
    };

    private static Dictionary<string, MessageAttribute> Attributes(JsonData? given)
    {
        var attributes = new Dictionary<string, MessageAttribute>();
        foreach (var (name, value) in (given as ObjectData ?? ObjectData.Empty).Members)
        {
            var parts = value is ObjectData members ? new ParameterReader(members) : throw IntegrationException.Runtime($"The message attribute '{name}' must be an object.");
            attributes[name] = AttributeRules.Checked(name, parts.Text("DataType"), parts.TextOrJson("StringValue"), Binary(name, parts.Text("BinaryValue")));
        }

        return attributes;
    }

    private static byte[]? Binary(string name, string? base64)
    {
        try
        {
            return base64 is null ? null : Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw IntegrationException.Runtime($"The message attribute '{name}' has a binary value that is no Base64.");
        }
    }
}
