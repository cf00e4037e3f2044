using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class ApiProvisioner(HttpApiService apis, ApiUrls urls, PhysicalNames names) : IResourceProvisioner
{
    public string Type => "AWS::ApiGatewayV2::Api";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        if (properties.Text("ProtocolType") is { } protocol and not "HTTP")
        {
            throw properties.Mistake("ProtocolType", $"an API of the protocol {protocol} is not emulated yet");
        }

        var api = new HttpApiDefinition(names.IdFor(resource.LogicalId), properties.Text("Name") ?? resource.LogicalId, Cors(properties.Map("CorsConfiguration")));
        apis.Add(api);
        return Task.FromResult(new ProvisionedResource(api.Id)
        {
            Name = urls.ToLocal(urls.OnAws(api.Id)),
            Attributes = new Dictionary<string, string> { ["ApiId"] = api.Id, ["ApiEndpoint"] = urls.OnAws(api.Id) },
        });
    }

    private static CorsRules? Cors(ResourceProperties? cors) => cors is null ? null : new CorsRules
    {
        Origins = cors.Texts("AllowOrigins"),
        Methods = cors.Texts("AllowMethods"),
        Headers = cors.Texts("AllowHeaders"),
        ExposedHeaders = cors.Texts("ExposeHeaders"),
        AllowsCredentials = cors.Flag("AllowCredentials") ?? false,
        MaxAgeSeconds = cors.Number("MaxAge"),
    };
}
