using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class StageProvisioner(HttpApiService apis, TimeProvider time, ThrottledRoutes throttled) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Stage";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var stage = new HttpApiStage(properties.Required("StageName"), properties.TextMap("StageVariables"))
        {
            Throttles = ThrottleSettings.OfRoutes(properties, time),
        };
        var api = OwningApi.Of(apis, properties);
        api.Add(stage);
        throttled.Expect(properties, () => api.Routes.All.Select(route => route.Key.Text));
        return Task.FromResult(new ProvisionedResource(stage.Name));
    }
}
