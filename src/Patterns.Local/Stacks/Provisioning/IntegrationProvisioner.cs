using Patterns.Local.HttpApi;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class IntegrationProvisioner(HttpApiService apis, LambdaService lambda, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Integration";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Text("IntegrationType") is { } type and not "AWS_PROXY")
        {
            throw properties.Mistake("IntegrationType", $"'IntegrationType' is {type}, and only AWS_PROXY is emulated yet");
        }

        var integration = new HttpApiIntegration(names.IdFor(resource.LogicalId), IntegrationUri.FunctionName(properties.Required("IntegrationUri"), lambda))
        {
            Format = PayloadFormatSetting.Read(properties, "PayloadFormatVersion"),
            Timeout = IntegrationTimeout.Read(properties, "TimeoutInMillis", ApiKind.Http.LongestTimeout),
        };
        OwningApi.Of(apis, properties).Add(integration);
        return Task.FromResult(new ProvisionedResource(integration.Id));
    }
}
