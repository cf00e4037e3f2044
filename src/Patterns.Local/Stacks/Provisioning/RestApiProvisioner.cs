using Patterns.Local.HttpApi;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class RestApiProvisioner(EmulatedAccount account, ApiUrls urls, PhysicalNames names, RestResources resources) : IResourceProvisioner
{
    public string Type => "AWS::ApiGateway::RestApi";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        var api = new HttpApiDefinition(id, properties.Text("Name") ?? resource.LogicalId)
        {
            Kind = ApiKind.Rest,
            Routes = new RouteTable(RouteOrder.Resources),
            BinaryTypes = new MediaTypes(properties.Texts("BinaryMediaTypes").Select(type => type.Replace("~1", "/", StringComparison.Ordinal))),
            Preflight = Preflight(properties),
        };
        new OpenApiRoutes(account, names).AddTo(api, properties);
        account.Apis.Add(api);
        var root = names.IdFor($"{resource.LogicalId}/");
        resources.Add(root, "/");
        return Task.FromResult(new ProvisionedResource(id)
        {
            Name = urls.ToLocal(urls.OnAws(api)),
            Attributes = new Dictionary<string, string> { ["RestApiId"] = id, ["RootResourceId"] = root },
        });
    }

    // Static values of headers stand in quotes.
    private static string? Unquoted(string? value) => value is ['\'', .. var inner, '\''] ? inner : value;

    private RestPreflight? Preflight(ResourceProperties properties) => properties.Map("Cors") is not { } cors ? null
        : new RestPreflight(Unquoted(cors.Required("AllowOrigin"))!)
        {
            Methods = Unquoted(cors.Text("AllowMethods")),
            Headers = Unquoted(cors.Text("AllowHeaders")),
            MaxAge = Unquoted(cors.Text("MaxAge")),
            AllowsCredentials = cors.Flag("AllowCredentials") ?? false,
            AuthorizerId = properties.Text("PreflightAuthorizerId") is { } logicalId ? names.IdFor(logicalId) : null,
        };
}
