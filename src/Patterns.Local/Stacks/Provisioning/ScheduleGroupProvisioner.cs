using Patterns.Local.Services.EventBridge.Events;
using Patterns.Local.Services.Scheduler;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class ScheduleGroupProvisioner(SchedulerService scheduler, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::Scheduler::ScheduleGroup";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var group = scheduler.Groups.Create(properties.Text("Name") ?? names.For(resource.LogicalId, SchedulerLimits.NameLength));
        var created = EventJson.TimeText(group.Created);
        return Task.FromResult(new ProvisionedResource(group.Name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = group.Arn, ["CreationDate"] = created, ["LastModificationDate"] = created, ["State"] = "ACTIVE" },
        });
    }
}
