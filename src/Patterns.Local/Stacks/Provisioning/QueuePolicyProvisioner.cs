using Patterns.Local.Services.Sqs;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Keeps the policy as an attribute of its queues; nobody is refused by it here.</summary>
internal sealed class QueuePolicyProvisioner(SqsService sqs, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::SQS::QueuePolicy";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var policy = properties.JsonText("PolicyDocument") ?? "";
        foreach (var url in properties.Texts("Queues"))
        {
            sqs.Find(url).SetAttributes(new Dictionary<string, string> { ["Policy"] = policy });
        }

        var id = names.IdFor(resource.LogicalId);
        return Task.FromResult(new ProvisionedResource(id) { Attributes = new Dictionary<string, string> { ["Id"] = id } });
    }
}
