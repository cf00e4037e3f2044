using System.Text.RegularExpressions;
using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes the authorizers of REST APIs.</summary>
internal sealed class RestAuthorizerProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private const string ValidationProperty = "IdentityValidationExpression";
    private static readonly TimeSpan s_defaultCacheTime = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan s_longestValidation = TimeSpan.FromMilliseconds(100);

    public string Type => "AWS::ApiGateway::Authorizer";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        OwningApi.Of(account.Apis, properties, OwningApi.Rest).Add(id, Authorizer(properties));
        return Task.FromResult(new ProvisionedResource(id) { Name = properties.Text("Name"), Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } });
    }

    private static AuthorizerForm Form(ResourceProperties properties) => properties.Required("Type") switch
    {
        "TOKEN" => AuthorizerForm.RestToken,
        "REQUEST" => AuthorizerForm.RestRequest,
        var other => throw properties.Mistake("Type", $"an authorizer of the type {other} is not emulated yet"),
    };

    private static Regex? Validation(ResourceProperties properties)
    {
        try
        {
            // The whole token must match.
            return properties.Text(ValidationProperty) is { } expression ? new Regex($"^(?:{expression})$", RegexOptions.CultureInvariant, s_longestValidation) : null;
        }
        catch (ArgumentException exception)
        {
            throw properties.Mistake(ValidationProperty, $"'{ValidationProperty}' is no regular expression: {exception.Message}");
        }
    }

    private LambdaAuthorizer Authorizer(ResourceProperties properties)
    {
        var form = Form(properties);
        var texts = properties.Text("IdentitySource")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var identity = IdentitySources.Read(properties, texts);
        var cacheTime = properties.Seconds(IdentitySources.CacheTimeProperty) ?? s_defaultCacheTime;
        if (identity.Count == 0 && (form == AuthorizerForm.RestToken || cacheTime > TimeSpan.Zero))
        {
            throw properties.Mistake("IdentitySource", "the authorizer has no identity source", "name one; only a REQUEST authorizer that keeps no answers goes without");
        }

        return new LambdaAuthorizer(account.Aws, account.Functions, new LambdaAuthorizerSettings(IntegrationUri.FunctionName(properties.Required("AuthorizerUri"), account.Lambda), form)
        {
            Identity = identity,
            CacheTime = cacheTime,
            Validation = form == AuthorizerForm.RestToken ? Validation(properties) : null,
        });
    }
}
