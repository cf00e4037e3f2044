using Patterns.Local.Templates;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

internal sealed class SocketStageProvisioner(SocketService sockets, TimeProvider time, ThrottledRoutes throttled) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Stage";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var name = properties.Required("StageName");
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
        {
            throw properties.Mistake("StageName", $"'{name}' is no stage of a WebSocket API", "letters, digits, '_' and '-' make a name; $default is for HTTP APIs");
        }

        var api = OwningSocketApi.Of(sockets, properties);
        throttled.Expect(properties, () => api.RouteKeys);
        api.Add(new SocketStage(name, properties.TextMap("StageVariables")) { Throttles = ThrottleSettings.OfRoutes(properties, time) });
        return Task.FromResult(new ProvisionedResource(name));
    }
}
