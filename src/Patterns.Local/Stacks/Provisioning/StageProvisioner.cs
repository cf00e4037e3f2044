using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class StageProvisioner(HttpApiService apis, TimeProvider time) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Stage";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var stage = new HttpApiStage(properties.Required("StageName"), properties.TextMap("StageVariables"))
        {
            Throttles = ThrottleSettings.OfRoutes(properties, time),
        };
        OwningApi.Of(apis, properties).Add(stage);
        return Task.FromResult(new ProvisionedResource(stage.Name));
    }
}
