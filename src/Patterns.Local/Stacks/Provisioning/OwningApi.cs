using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Finds the API that a stage, a route or an integration belongs to.</summary>
internal static class OwningApi
{
    private const string Property = "ApiId";

    /// <exception cref="Templates.TemplateException">There is no such API.</exception>
    public static HttpApiDefinition Of(HttpApiService apis, ResourceProperties properties)
    {
        var id = properties.Required(Property);
        return apis.TryFind(id, out var api) ? api : throw properties.Mistake(Property, $"there is no HTTP API with the id '{id}'", "refer to an API of this template");
    }
}
