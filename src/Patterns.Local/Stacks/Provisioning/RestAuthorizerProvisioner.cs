using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class RestAuthorizerProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private readonly RestAuthorizers _authorizers = new(account);

    public string Type => "AWS::ApiGateway::Authorizer";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        var settings = new AuthorizerProperties(properties);
        OwningApi.Of(account.Apis, properties, OwningApi.Rest).Add(id, _authorizers.Lambda(settings, Form(properties), settings.Identity(isList: false)));
        return Task.FromResult(new ProvisionedResource(id) { Name = properties.Text("Name"), Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } });
    }

    private static AuthorizerForm Form(ResourceProperties properties) => properties.Required("Type") switch
    {
        "TOKEN" => AuthorizerForm.RestToken,
        "REQUEST" => AuthorizerForm.RestRequest,
        var other => throw properties.Mistake("Type", $"an authorizer of the type {other} is not emulated yet"),
    };
}
