using Patterns.Local.HttpApi.Authorizers;
using Patterns.Local.Templates;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes the authorizers of HTTP APIs.</summary>
internal sealed class HttpAuthorizerProvisioner(EmulatedAccount account, PhysicalNames names) : IResourceProvisioner
{
    private const string FormatProperty = "AuthorizerPayloadFormatVersion";

    private static readonly HttpClient s_issuers = new() { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1024 * 1024 };

    public string Type => "AWS::ApiGatewayV2::Authorizer";

    public Task<ProvisionedResource> ProvisionAsync(StackResource resource, ResourceProperties properties)
    {
        var id = names.IdFor(resource.LogicalId);
        OwningApi.Of(account.Apis, properties).Add(id, Authorizer(properties));
        return Task.FromResult(new ProvisionedResource(id) { Name = properties.Text("Name"), Attributes = new Dictionary<string, string> { ["AuthorizerId"] = id } });
    }

    private IAuthorizer Authorizer(ResourceProperties properties) => properties.Required("AuthorizerType") switch
    {
        "REQUEST" => Lambda(properties),
        "JWT" => Jwt(properties),
        var type => throw properties.Mistake("AuthorizerType", $"an authorizer of the type {type} is not emulated"),
    };

    private JwtAuthorizer Jwt(ResourceProperties properties)
    {
        var configuration = properties.Map("JwtConfiguration") ?? throw properties.Mistake("JwtConfiguration", "a JWT authorizer needs 'JwtConfiguration'");
        var issuer = configuration.Required("Issuer");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !IssuerAddress.IsTaken(address))
        {
            throw configuration.Mistake("Issuer", $"the issuer '{issuer}' is no https address", "http is taken for an issuer on this machine only");
        }

        var source = IdentitySources.Read(properties, IdentitySources.Texts(properties));
        return source.Count == 1 && configuration.Texts("Audience") is { Count: > 0 } audiences
            ? new JwtAuthorizer(new JwtSettings(issuer, audiences, source[0]), new SigningKeys(issuer, s_issuers, account.Aws.Time), account.Aws.Time)
            : throw properties.Mistake("JwtConfiguration", "a JWT authorizer needs one identity source and at least one audience");
    }

    private LambdaAuthorizer Lambda(ResourceProperties properties)
    {
        var identity = IdentitySources.Read(properties, IdentitySources.Texts(properties));
        var function = IntegrationUri.FunctionName(properties.Required("AuthorizerUri"), account.Lambda);
        return new LambdaAuthorizer(account.Aws, account.Functions, new LambdaAuthorizerSettings(function, Form(properties))
        {
            Identity = identity,
            CacheTime = CacheTime(properties, identity),
        });
    }

    private static TimeSpan CacheTime(ResourceProperties properties, IReadOnlyList<IdentitySource> identity)
    {
        var time = properties.Seconds(IdentitySources.CacheTimeProperty) ?? TimeSpan.Zero;
        return time == TimeSpan.Zero || identity.Count > 0
            ? time
            : throw properties.Mistake(IdentitySources.CacheTimeProperty, "answers are kept by identity, and the authorizer has no identity source", "name one, or let the time be 0");
    }

    private static AuthorizerForm Form(ResourceProperties properties)
    {
        var isSimple = properties.Flag("EnableSimpleResponses") ?? false;
        return (properties.Required(FormatProperty), isSimple) switch
        {
            ("1.0", false) => AuthorizerForm.HttpV1,
            ("2.0", false) => AuthorizerForm.HttpV2Policy,
            ("2.0", true) => AuthorizerForm.HttpV2Simple,
            ("1.0", true) => throw properties.Mistake("EnableSimpleResponses", "simple responses need the payload format 2.0"),
            var (other, _) => throw properties.Mistake(FormatProperty, $"there is no payload format {other}", "take 1.0 or 2.0"),
        };
    }
}
