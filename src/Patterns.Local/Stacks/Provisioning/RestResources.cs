namespace Patterns.Local.Stacks.Provisioning;

/// <summary>The paths of the resources of REST APIs, by their ids.</summary>
internal sealed class RestResources
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    public void Add(string id, string path) => _paths[id] = path;

    /// <exception cref="Templates.TemplateException">There is no such resource.</exception>
    public string PathOf(ResourceProperties properties, string property)
    {
        var id = properties.Required(property);
        return _paths.TryGetValue(id, out var path) ? path : throw properties.Mistake(property, $"there is no resource '{id}'", "refer to a resource or to RootResourceId of an API of this template");
    }
}
