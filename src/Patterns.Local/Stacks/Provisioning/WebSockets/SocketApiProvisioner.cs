using Patterns.Local.Templates;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

internal sealed class SocketApiProvisioner(SocketService sockets, ApiUrls urls, PhysicalNames names) : IResourceProvisioner
{
    private const string Selection = "RouteSelectionExpression";

    private static readonly string[] s_ofHttpApis = ["Body", "CorsConfiguration"];

    public string Type => "AWS::ApiGatewayV2::Api";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (Array.Find(s_ofHttpApis, properties.Has) is { } property)
        {
            throw properties.Mistake(property, $"'{property}' is for HTTP APIs, and this is a WebSocket API", property == "Body" ? "give it its routes as resources of their own" : null);
        }

        var api = new SocketApi(names.IdFor(resource.LogicalId), properties.Text("Name") ?? resource.LogicalId, Parse(properties));
        sockets.Add(api);
        return Task.FromResult(new ProvisionedResource(api.Id)
        {
            Name = urls.ToLocal(urls.SocketOnAws(api.Id)),
            Attributes = new Dictionary<string, string> { ["ApiId"] = api.Id, ["ApiEndpoint"] = urls.SocketOnAws(api.Id) },
        });
    }

    private static RouteSelection Parse(ResourceProperties properties)
    {
        try
        {
            return RouteSelection.Parse(properties.Required(Selection));
        }
        catch (FormatException exception)
        {
            throw properties.Mistake(Selection, exception.Message);
        }
    }
}
