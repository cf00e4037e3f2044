using Patterns.Local.Services.Sns;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class TopicProvisioner(SnsService sns, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 256;

    private static readonly string[] s_attributes = ["DisplayName", "FifoTopic", "ContentBasedDeduplication"];

    public string Type => "AWS::SNS::Topic";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var isFifo = properties.Flag("FifoTopic") == true;
        var name = properties.Text("TopicName") ?? names.For(resource.LogicalId, LongestName, isFifo ? ".fifo" : "");
        var topic = sns.CreateTopic(name, Attributes(properties));
        foreach (var subscription in properties.Maps("Subscription"))
        {
            sns.Subscribe(topic.Arn, subscription.Required("Protocol"), subscription.Required("Endpoint"));
        }

        return Task.FromResult(new ProvisionedResource(topic.Arn)
        {
            Name = name,
            Attributes = new Dictionary<string, string> { ["TopicArn"] = topic.Arn, ["TopicName"] = name },
        });
    }

    private static Dictionary<string, string> Attributes(ResourceProperties properties)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var name in s_attributes)
        {
            if (properties.Text(name) is { } value)
            {
                attributes[name] = value;
            }
        }

        return attributes;
    }
}
