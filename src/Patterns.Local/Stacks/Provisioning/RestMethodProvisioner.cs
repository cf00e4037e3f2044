using Patterns.Local.HttpApi;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes the methods of REST APIs: those of the template, and those that SAM's events turn into, which name their path.</summary>
internal sealed class RestMethodProvisioner(HttpApiService apis, LambdaService lambda, PhysicalNames names, RestResources resources) : IResourceProvisioner
{
    private const string MethodProperty = "HttpMethod";

    public string Type => "AWS::ApiGateway::Method";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var api = OwningApi.Of(apis, properties, OwningApi.Rest);
        var path = properties.Text("ResourcePath") ?? resources.PathOf(properties, "ResourceId");
        var route = new ApiRoute(Key(properties, path), Integration(resource, properties)) { Authorizer = RouteAuthorizer.Of(api, properties) };

        // What a definition says about a method wins over an event.
        if (!api.Routes.TryAdd(route) && !(api.HasDefinition && resource.GeneratedBy is not null))
        {
            throw properties.Mistake(MethodProperty, $"the API '{api.Name}' has two methods '{route.Key.Text}'");
        }

        return Task.FromResult(new ProvisionedResource(names.IdFor(resource.LogicalId))
        {
            Name = $"{route.Key.Text} -> {route.Integration.FunctionName}",
            Trigger = route.Trigger,
        });
    }

    private static RouteKey Key(ResourceProperties properties, string path)
    {
        try
        {
            return RouteKey.Parse($"{properties.Required(MethodProperty).ToUpperInvariant()} {path}");
        }
        catch (FormatException exception)
        {
            throw properties.Mistake(properties.Has("ResourcePath") ? "ResourcePath" : "ResourceId", exception.Message.TrimEnd('.'));
        }
    }

    private HttpApiIntegration Integration(StackResource resource, ResourceProperties properties)
    {
        var integration = properties.Map("Integration") ?? throw properties.Mistake("Integration", "the method has no integration");
        if (integration.Required("Type") is var type and not "AWS_PROXY")
        {
            throw integration.Mistake("Type", $"an integration of the type {type} is not emulated yet, only AWS_PROXY is");
        }

        return new HttpApiIntegration(names.IdFor(resource.LogicalId), IntegrationUri.FunctionName(integration.Required("Uri"), lambda))
        {
            Format = PayloadFormat.V1,
            Timeout = IntegrationTimeout.Read(integration, "TimeoutInMillis", ApiKind.Rest.LongestTimeout),
        };
    }
}
