using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Topics;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Keeps the policy as an attribute of its topics; nobody is refused by it here.</summary>
internal sealed class TopicPolicyProvisioner(SnsService sns, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::SNS::TopicPolicy";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var policy = properties.JsonText("PolicyDocument") ?? "";
        foreach (var arn in properties.Texts("Topics"))
        {
            TopicRegistry.SetAttribute(sns.Topics.Get(arn), "Policy", policy);
        }

        var id = names.IdFor(resource.LogicalId);
        return Task.FromResult(new ProvisionedResource(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } });
    }
}
