using Patterns.Local.Services.Sqs;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class QueueProvisioner(SqsService sqs, PhysicalNames names) : IResourceProvisioner
{
    private const int LongestName = 80;

    private static readonly string[] s_scalars =
    [
        "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit", "DelaySeconds", "MaximumMessageSize",
        "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds", "VisibilityTimeout",
    ];

    private static readonly string[] s_policies = ["RedrivePolicy", "RedriveAllowPolicy"];

    public string Type => "AWS::SQS::Queue";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var isFifo = properties.Flag("FifoQueue") == true;
        var name = properties.Text("QueueName") ?? names.For(resource.LogicalId, LongestName, isFifo ? ".fifo" : "");
        var queue = sqs.Create(name, Attributes(properties, isFifo));
        return Task.FromResult(new ProvisionedResource(queue.Url)
        {
            Name = name,
            Attributes = new Dictionary<string, string> { ["Arn"] = queue.Arn, ["QueueName"] = name, ["QueueUrl"] = queue.Url },
        });
    }

    // The service wants FifoQueue to be true or absent.
    private static Dictionary<string, string> Attributes(ResourceProperties properties, bool isFifo)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var name in s_scalars)
        {
            if (properties.Text(name) is { } value && (isFifo || name != "FifoQueue"))
            {
                attributes[name] = value;
            }
        }

        foreach (var name in s_policies)
        {
            if (properties.JsonText(name) is { } policy)
            {
                attributes[name] = policy;
            }
        }

        return attributes;
    }
}
