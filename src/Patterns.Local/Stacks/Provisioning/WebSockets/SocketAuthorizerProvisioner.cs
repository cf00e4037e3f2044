using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;
using Patterns.Local.WebSockets;
using Patterns.Local.WebSockets.Connecting;

namespace Patterns.Local.Stacks.Provisioning.WebSockets;

internal sealed class SocketAuthorizerProvisioner(SocketService sockets, LambdaService lambda, PhysicalNames names) : IResourceProvisioner
{
    private const string Emulated = "REQUEST";

    public string Type => "AWS::ApiGatewayV2::Authorizer";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Required("AuthorizerType") is var kind and not Emulated)
        {
            throw properties.Mistake("AuthorizerType", $"an authorizer of a WebSocket API is of the type {Emulated}, and this is {kind}");
        }

        var function = IntegrationUri.FunctionName(properties.Required("AuthorizerUri"), lambda);
        var authorizer = new SocketAuthorizer(names.IdFor(resource.LogicalId), function, Sources(properties));
        OwningSocketApi.Of(sockets, properties).Add(authorizer);
        return Task.FromResult(new ProvisionedResource(authorizer.Id) { Name = function, Attributes = new Dictionary<string, string> { ["AuthorizerId"] = authorizer.Id } });
    }

    private static List<SocketIdentitySource> Sources(ResourceProperties properties)
    {
        try
        {
            return [.. IdentitySources.Texts(properties).Select(SocketIdentitySource.Parse)];
        }
        catch (FormatException exception)
        {
            throw properties.Mistake(
                AuthorizerProperties.IdentitySource, exception.Message, "take a header, a query parameter or a stage variable, as in 'route.request.querystring.token'");
        }
    }
}
