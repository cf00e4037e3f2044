using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class RestStageProvisioner(HttpApiService apis, TimeProvider time) : IResourceProvisioner
{
    public string Type => "AWS::ApiGateway::Stage";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var stage = new HttpApiStage(properties.Required("StageName"), properties.TextMap("Variables"))
        {
            Throttles = ThrottleSettings.OfMethods(properties, time),
        };
        OwningApi.Of(apis, properties, OwningApi.Rest).Add(stage);
        return Task.FromResult(new ProvisionedResource(stage.Name));
    }
}
