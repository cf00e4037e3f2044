using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Here a stage always has the newest state of its API, so a deployment only makes the stage that it names.</summary>
internal sealed class RestDeploymentProvisioner(HttpApiService apis, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::ApiGateway::Deployment";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var api = OwningApi.Of(apis, properties, OwningApi.Rest);
        if (properties.Text("StageName") is { } stage)
        {
            api.Add(new HttpApiStage(stage, new Dictionary<string, string>()));
        }

        var id = names.IdFor(resource.LogicalId);
        return Task.FromResult(new ProvisionedResource(id) { Attributes = new Dictionary<string, string> { ["DeploymentId"] = id } });
    }
}
