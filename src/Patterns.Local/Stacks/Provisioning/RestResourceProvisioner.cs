using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class RestResourceProvisioner(RestResources resources, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::ApiGateway::Resource";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        var path = $"{resources.PathOf(properties, "ParentId").TrimEnd('/')}/{properties.Required("PathPart")}";
        resources.Add(id, path);
        return Task.FromResult(new ProvisionedResource(id) { Name = path, Attributes = new Dictionary<string, string> { ["ResourceId"] = id } });
    }
}
