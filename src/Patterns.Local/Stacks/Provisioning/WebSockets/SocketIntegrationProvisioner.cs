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
        var integration = new SocketIntegration(names.IdFor(resource.LogicalId), function) { Timeout = Time(properties) };
        OwningSocketApi.Of(sockets, properties).Add(integration);
        return Task.FromResult(new ProvisionedResource(integration.Id));
    }

    private static TimeSpan Time(ResourceProperties properties)
    {
        var time = properties.Number("TimeoutInMillis") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : SocketIntegration.LongestTimeout;
        return time <= SocketIntegration.LongestTimeout
            ? time
            : throw properties.Mistake("TimeoutInMillis", $"an integration of a WebSocket API takes at most {SocketIntegration.LongestTimeout.TotalMilliseconds} ms, and this is {time.TotalMilliseconds}");
    }
}
