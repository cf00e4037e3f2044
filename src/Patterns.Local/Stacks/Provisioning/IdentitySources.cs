using System.Text.Json.Nodes;
using Patterns.Local.HttpApi.Authorizers;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads what names the caller of an API.</summary>
internal static class IdentitySources
{
    public const string CacheTimeProperty = "AuthorizerResultTtlInSeconds";
    public const string Property = "IdentitySource";

    /// <exception cref="Templates.TemplateException">There is something that is no list, of which nothing would be demanded.</exception>
    public static IReadOnlyList<string> Texts(ResourceProperties properties) =>
        properties.Json(Property) is null or JsonArray ? properties.Texts(Property) : throw properties.Mistake(Property, $"'{Property}' must be a list");

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
