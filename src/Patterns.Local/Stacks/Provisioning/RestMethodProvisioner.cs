using Patterns.Local.HttpApi;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;
using Patterns.Local.Templates.Sam;

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
        if (api.HasDefinition && resource.GeneratedBy is not null)
        {
            CheckEvent(api, route, properties);
        }
        else if (!api.Routes.TryAdd(route))
        {
            throw properties.Mistake(MethodProperty, $"the API '{api.Name}' has two methods '{route.Key.Text}'");
        }

        return Task.FromResult(new ProvisionedResource(names.IdFor(resource.LogicalId))
        {
            Name = $"{route.Key.Text} -> {route.Integration.FunctionName}",
            Trigger = route.Trigger,
        });
    }

    // SAM leaves such a definition as it is, and an event only lets the API call the function.
    private static void CheckEvent(HttpApiDefinition api, ApiRoute route, ResourceProperties properties)
    {
        if (properties.Flag(EventSays.OverridesAuth) == true)
        {
            throw properties.Mistake(EventSays.OverridesAuth, "'OverrideApiAuth' is not emulated", "say it in the definition");
        }

        if (api.Routes.Find(route.Key.Method, route.Key.Pattern!.Text) is null)
        {
            throw properties.Mistake(MethodProperty, $"'{route.Key.Text}' is no method of the definition of the API '{api.Name}', and SAM adds none by an event", "write it into the definition");
        }
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
