using Patterns.Local.HttpApi;
using Patterns.Local.Services.Lambda;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

internal sealed class IntegrationProvisioner(HttpApiService apis, LambdaService lambda, PhysicalNames names) : IResourceProvisioner
{
    private const string PathMarker = "/functions/";
    private const string PathEnd = "/invocations";

    public string Type => "AWS::ApiGatewayV2::Integration";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        Refuse(properties, "IntegrationType", "AWS_PROXY");
        Refuse(properties, "PayloadFormatVersion", "2.0");
        var function = lambda.Functions.Find(FunctionOf(properties.Required("IntegrationUri"))).Name;
        var integration = new HttpApiIntegration(names.IdFor(resource.LogicalId), function)
        {
            Timeout = properties.Number("TimeoutInMillis") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : HttpApiIntegration.LongestTimeout,
        };
        OwningApi.Of(apis, properties).Add(integration);
        return Task.FromResult(new ProvisionedResource(integration.Id));
    }

    private static void Refuse(ResourceProperties properties, string name, string emulated)
    {
        if (properties.Text(name) is { } value && value != emulated)
        {
            throw properties.Mistake(name, $"'{name}' is {value}, and only {emulated} is emulated yet");
        }
    }

    // Either the function's ARN itself, or the path that API Gateway has for it.
    private static string FunctionOf(string uri)
    {
        var marker = uri.IndexOf(PathMarker, StringComparison.Ordinal);
        if (marker < 0)
        {
            return uri;
        }

        var arn = uri[(marker + PathMarker.Length)..];
        return arn.EndsWith(PathEnd, StringComparison.Ordinal) ? arn[..^PathEnd.Length] : arn;
    }
}
