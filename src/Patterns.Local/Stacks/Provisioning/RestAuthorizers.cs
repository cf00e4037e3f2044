using System.Text.RegularExpressions;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Makes authorizers of REST APIs from their settings.</summary>
internal sealed class RestAuthorizers(EmulatedAccount account)
{
    private const string Validation = "IdentityValidationExpression";
    private static readonly TimeSpan s_defaultCacheTime = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan s_longestValidation = TimeSpan.FromMilliseconds(100);

    /// <exception cref="Templates.TemplateException">A setting is wrong.</exception>
    public LambdaAuthorizer Lambda(AuthorizerProperties properties, AuthorizerForm form, IReadOnlyList<IdentitySource> identity)
    {
        var cacheTime = properties.CacheTime() ?? s_defaultCacheTime;
        if (identity.Count == 0 && (form == AuthorizerForm.RestToken || cacheTime > TimeSpan.Zero))
        {
            throw properties.Mistake(AuthorizerProperties.IdentitySource, "the authorizer has no identity source", "name one; only a REQUEST authorizer that keeps no answers goes without");
        }

        return new LambdaAuthorizer(account.Aws, account.Functions, new LambdaAuthorizerSettings(IntegrationUri.FunctionName(properties.Required("AuthorizerUri"), account.Lambda), form)
        {
            Identity = identity,
            CacheTime = cacheTime,
            Validation = form == AuthorizerForm.RestToken ? ValidationOf(properties) : null,
        });
    }

    private static Regex? ValidationOf(AuthorizerProperties properties)
    {
        try
        {
            // The whole token must match.
            return properties.Text(Validation) is { } expression ? new Regex($"^(?:{expression})$", RegexOptions.CultureInvariant, s_longestValidation) : null;
        }
        catch (ArgumentException exception)
        {
            throw properties.Mistake(Validation, $"'{properties.NameOf(Validation)}' is no regular expression: {exception.Message}");
        }
    }
}
