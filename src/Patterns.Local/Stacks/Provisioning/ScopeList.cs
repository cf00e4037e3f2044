namespace Patterns.Local.Stacks.Provisioning;

/// <summary>Reads the scopes of which a token needs one.</summary>
internal static class ScopeList
{
    /// <summary>None when the property is absent or empty, so that any token will do.</summary>
    /// <exception cref="Templates.TemplateException">It is no list: taken for an empty one, it would let every token in.</exception>
    public static IReadOnlyList<string> Read(ResourceProperties properties, string name) =>
        properties.Json(name) is null or System.Text.Json.Nodes.JsonArray
            ? properties.Texts(name)
            : throw properties.Mistake(name, $"the scopes of '{name}' must be a list");
}
