using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads what names the caller of an API.</summary>
internal static class IdentitySources
{
    public const string CacheTimeProperty = "AuthorizerResultTtlInSeconds";
    private const string Property = "IdentitySource";

    /// <exception cref="Templates.TemplateException">One of them is none.</exception>
    public static IReadOnlyList<IdentitySource> Read(ResourceProperties properties, IEnumerable<string> texts)
    {
        try
        {
            return [.. texts.Select(IdentitySource.Parse)];
        }
        catch (FormatException exception)
        {
            throw properties.Mistake(Property, exception.Message);
        }
    }
}
