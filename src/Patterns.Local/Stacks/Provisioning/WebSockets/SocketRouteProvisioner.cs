using Patterns.Local.Templates;
using Patterns.Local.WebSockets;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

internal sealed class SocketRouteProvisioner(SocketService sockets, PhysicalNames names) : IResourceProvisioner
{
    private const string TargetPrefix = "integrations/";

    public string Type => "AWS::ApiGatewayV2::Route";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var api = OwningSocketApi.Of(sockets, properties);
        var route = new SocketRoute(properties.Required("RouteKey"), Integration(api, properties)) { Responds = Responds(properties) };
        route = route with { Authorizer = Authorizer(api, route.Key, properties) };
        if (!api.TryAdd(route))
        {
            throw properties.Mistake("RouteKey", $"the API '{api.Name}' has two routes '{route.Key}'");
        }

        return Task.FromResult(new ProvisionedResource(names.IdFor(resource.LogicalId))
        {
            Name = $"{route.Key} -> {route.Integration.FunctionName}",
            Trigger = route.Trigger,
        });
    }

    private static SocketIntegration Integration(SocketApi api, ResourceProperties properties)
    {
        var target = properties.Required("Target");
        var id = target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
        return api.FindIntegration(id) ?? throw properties.Mistake("Target", $"the API '{api.Name}' has no integration '{id}'", "a target is 'integrations/' and the integration's id");
    }

    private static bool Responds(ResourceProperties properties) => properties.Text("RouteResponseSelectionExpression") switch
    {
        null => false,
        SocketRoute.Default => true,
        var other => throw properties.Mistake("RouteResponseSelectionExpression", $"'RouteResponseSelectionExpression' is '{other}', and '{SocketRoute.Default}' is its only value"),
    };

    private static SocketAuthorizer? Authorizer(SocketApi api, string key, ResourceProperties properties)
    {
        var kind = properties.Text("AuthorizationType") ?? "NONE";
        if (kind == "NONE")
        {
            return null;
        }

        if (key != SocketRoute.Connect)
        {
            throw properties.Mistake("AuthorizationType", $"only {SocketRoute.Connect} of a WebSocket API takes an authorizer");
        }

        if (kind != "CUSTOM")
        {
            throw properties.Mistake("AuthorizationType", $"'AuthorizationType' is {kind}, and only CUSTOM is emulated yet for WebSocket APIs");
        }

        var id = properties.Required("AuthorizerId");
        return api.FindAuthorizer(id) ?? throw properties.Mistake("AuthorizerId", $"the API '{api.Name}' has no authorizer '{id}'", "refer to an authorizer of this template");
    }
}
