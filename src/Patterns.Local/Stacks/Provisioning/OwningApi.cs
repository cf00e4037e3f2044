using Patterns.Local.HttpApi;

namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Finds the API that a stage, a route or an integration belongs to.</summary>
internal static class OwningApi
{
    /// <summary>The property that names a REST API.</summary>
    public const string Rest = "RestApiId";

    private const string Http = "ApiId";

    /// <exception cref="Templates.TemplateException">There is no such API.</exception>
    public static HttpApiDefinition Of(HttpApiService apis, ResourceProperties properties, string property = Http)
    {
        var id = properties.Required(property);
        var kind = property == Rest ? ApiKind.Rest : ApiKind.Http;
        return apis.TryFind(id, out var api) && api.Kind == kind
            ? api
            : throw properties.Mistake(property, $"there is no {(property == Rest ? "REST" : "HTTP")} API with the id '{id}'", "refer to an API of this template");
    }
}
