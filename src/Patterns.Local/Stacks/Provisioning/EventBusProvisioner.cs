using Patterns.Local.Services.EventBridge;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class EventBusProvisioner(EventBridgeService events) : IResourceProvisioner
{
    public string Type => "AWS::Events::EventBus";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var bus = events.Buses.Create(properties.Required("Name"), properties.Text("Description"));
        return Task.FromResult(new ProvisionedResource(bus.Name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = bus.Arn, ["Name"] = bus.Name, ["Policy"] = "" },
        });
    }
}
