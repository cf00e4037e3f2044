using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class ApiProvisioner(EmulatedAccount account, ApiUrls urls, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Api";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Text("ProtocolType") is { } protocol and not "HTTP")
        {
            throw properties.Mistake("ProtocolType", $"an API of the protocol {protocol} is not emulated yet");
        }

        var api = new HttpApiDefinition(names.IdFor(resource.LogicalId), properties.Text("Name") ?? resource.LogicalId, CorsSettings.Read(properties.Map("CorsConfiguration")));
        new OpenApiRoutes(account, names).AddTo(api, properties);
        account.Apis.Add(api);
        return Task.FromResult(new ProvisionedResource(api.Id)
        {
            Name = urls.ToLocal(urls.OnAws(api)),
            Attributes = new Dictionary<string, string> { ["ApiId"] = api.Id, ["ApiEndpoint"] = urls.OnAws(api) },
        });
    }
}
