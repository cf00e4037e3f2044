using System.Text.Json.Nodes;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the list of what names the caller of an API.</summary>
internal static class IdentitySources
{
    /// <exception cref="Templates.TemplateException">There is something that is no list, of which nothing would be demanded.</exception>
    public static IReadOnlyList<string> Texts(ResourceProperties properties) => properties.Json(AuthorizerProperties.IdentitySource) is null or JsonArray
        ? properties.Texts(AuthorizerProperties.IdentitySource)
        : throw properties.Mistake(AuthorizerProperties.IdentitySource, $"'{AuthorizerProperties.IdentitySource}' must be a list");
}
