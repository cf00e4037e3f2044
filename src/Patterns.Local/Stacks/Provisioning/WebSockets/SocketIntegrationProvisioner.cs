using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

internal sealed class SocketIntegrationProvisioner(SocketService sockets, LambdaService lambda, PhysicalNames names) : IResourceProvisioner
{
    private const string Emulated = "AWS_PROXY";

    public string Type => "AWS::ApiGatewayV2::Integration";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Text("IntegrationType") is { } kind and not Emulated)
        {
            throw properties.Mistake("IntegrationType", $"'IntegrationType' is {kind}, and only {Emulated} is emulated yet");
        }

        var function = IntegrationUri.FunctionName(properties.Required("IntegrationUri"), lambda);
        var integration = new SocketIntegration(names.IdFor(resource.LogicalId), function)
        {
            Timeout = IntegrationTimeout.Read(properties, "TimeoutInMillis", SocketIntegration.LongestTimeout) ?? SocketIntegration.LongestTimeout,
        };
        OwningSocketApi.Of(sockets, properties).Add(integration);
        return Task.FromResult(new ProvisionedResource(integration.Id));
    }
}
