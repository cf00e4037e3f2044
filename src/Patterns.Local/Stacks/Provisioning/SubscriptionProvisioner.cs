using Patterns.Local.Services.Sns;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class SubscriptionProvisioner(SnsService sns) : IResourceProvisioner
{
    public string Type => "AWS::SNS::Subscription";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var subscription = sns.Subscribe(
            properties.Required("TopicArn"), properties.Required("Protocol"), properties.Required("Endpoint"), Attributes(properties));
        return Task.FromResult(new ProvisionedResource(subscription.Arn)
        {
            Name = $"{subscription.Protocol} {subscription.Endpoint}",
            Attributes = new Dictionary<string, string> { ["Arn"] = subscription.Arn },
        });
    }

    private static Dictionary<string, string> Attributes(ResourceProperties properties)
    {
        var attributes = new Dictionary<string, string>();
        foreach (var name in (ReadOnlySpan<string>)["FilterPolicyScope", "RawMessageDelivery"])
        {
            if (properties.Text(name) is { } value)
            {
                attributes[name] = value;
            }
        }

        foreach (var name in (ReadOnlySpan<string>)["FilterPolicy", "RedrivePolicy"])
        {
            if (properties.JsonText(name) is { } policy)
            {
                attributes[name] = policy;
            }
        }

        return attributes;
    }
}
