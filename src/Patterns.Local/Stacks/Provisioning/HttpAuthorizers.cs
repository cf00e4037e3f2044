using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes authorizers of HTTP APIs from their settings.</summary>
internal sealed class HttpAuthorizers(EmulatedAccount account)
{
    private const string Format = "AuthorizerPayloadFormatVersion";
    private const string Configuration = "JwtConfiguration";

    private static readonly HttpClient s_issuers = new() { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1024 * 1024 };

    /// <param name="properties">The settings.</param>
    /// <param name="knownIssuer">The issuer where the settings name none.</param>
    /// <exception cref="Templates.TemplateException">A setting is wrong.</exception>
    public JwtAuthorizer Jwt(AuthorizerProperties properties, string? knownIssuer = null)
    {
        var configuration = properties.Map(Configuration) ?? throw properties.Mistake(Configuration, $"a JWT authorizer needs '{properties.NameOf(Configuration)}'");
        var issuer = configuration.Text("Issuer") ?? knownIssuer ?? configuration.Required("Issuer");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var address) || !IssuerAddress.IsTaken(address))
        {
            throw configuration.Mistake("Issuer", $"the issuer '{issuer}' is no https address", "http is taken for an issuer on this machine only");
        }

        var source = properties.Identity(isList: true);
        return source.Count == 1 && configuration.Texts("Audience") is { Count: > 0 } audiences
            ? new JwtAuthorizer(new JwtSettings(issuer, audiences, source[0]), new SigningKeys(issuer, s_issuers, account.Aws.Time), account.Aws.Time)
            : throw properties.Mistake(Configuration, "a JWT authorizer needs one identity source and at least one audience");
    }

    /// <exception cref="Templates.TemplateException">A setting is wrong.</exception>
    public LambdaAuthorizer Lambda(AuthorizerProperties properties)
    {
        var identity = properties.Identity(isList: true);
        var function = IntegrationUri.FunctionName(properties.Required("AuthorizerUri"), account.Lambda);
        return new LambdaAuthorizer(account.Aws, account.Functions, new LambdaAuthorizerSettings(function, FormOf(properties))
        {
            Identity = identity,
            CacheTime = CacheTime(properties, identity),
        });
    }

    private static TimeSpan CacheTime(AuthorizerProperties properties, IReadOnlyList<IdentitySource> identity)
    {
        var time = properties.CacheTime() ?? TimeSpan.Zero;
        return time == TimeSpan.Zero || identity.Count > 0
            ? time
            : throw properties.Mistake(AuthorizerProperties.CacheTimeProperty, "answers are kept by identity, and the authorizer has no identity source", "name one, or let the time be 0");
    }

    private static AuthorizerForm FormOf(AuthorizerProperties properties)
    {
        var isSimple = properties.Flag("EnableSimpleResponses") ?? false;
        return (properties.Required(Format), isSimple) switch
        {
            ("1.0", false) => AuthorizerForm.HttpV1,
            ("2.0", false) => AuthorizerForm.HttpV2Policy,
            ("2.0", true) => AuthorizerForm.HttpV2Simple,
            ("1.0", true) => throw properties.Mistake("EnableSimpleResponses", "simple responses need the payload format 2.0"),
            var (other, _) => throw properties.Mistake(Format, $"there is no payload format {other}", "take 1.0 or 2.0"),
        };
    }
}
