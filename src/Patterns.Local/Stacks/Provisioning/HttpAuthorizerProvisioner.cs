using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class HttpAuthorizerProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private readonly HttpAuthorizers _authorizers = new(account);

    public string Type => "AWS::ApiGatewayV2::Authorizer";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        OwningApi.Of(account.Apis, properties).Add(id, Authorizer(properties));
        return Task.FromResult(new ProvisionedResource(id) { Name = properties.Text("Name"), Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } });
    }

    private IAuthorizer Authorizer(ResourceProperties properties) => properties.Required("AuthorizerType") switch
    {
        "REQUEST" => _authorizers.Lambda(new AuthorizerProperties(properties)),
        "JWT" => _authorizers.Jwt(new AuthorizerProperties(properties)),
        var type => throw properties.Mistake("AuthorizerType", $"an authorizer of the type {type} is not emulated"),
    };
}
