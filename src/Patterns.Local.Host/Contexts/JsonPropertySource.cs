using System.Text.Json;

namespace Patterns.Local.Host.Contexts;

/// <summary>The client context and the identity of a caller: JSON whose names begin in either case.</summary>
internal sealed class JsonPropertySource(JsonElement json) : IPropertySource
{
    public static object? Proxy(string? json, Type contract)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return PropertyProxy.Create(contract, new JsonPropertySource(document.RootElement.Clone()));
    }

    public object? Get(string name, Type type)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (type == typeof(string))
        {
            return value.ToString();
        }

        if (type.IsAssignableFrom(typeof(Dictionary<string, string>)))
        {
            return Entries(value);
        }

        return type.IsInterface ? PropertyProxy.Create(type, new JsonPropertySource(value)) : null;
    }

    private static Dictionary<string, string> Entries(JsonElement value)
    {
        var entries = new Dictionary<string, string>();
        foreach (var property in value.EnumerateObject())
        {
            entries[property.Name] = property.Value.ToString();
        }

        return entries;
    }

    private JsonElement? Find(string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (Matches(property.Name, name))
            {
                return property.Value;
            }
        }

        return null;
    }

    // The mobile SDKs write installation_id, app_version_name and the like; the identity is camel case.
    private static bool Matches(string json, string property) =>
        json.Replace("_", "", StringComparison.Ordinal).Equals(property, StringComparison.OrdinalIgnoreCase)
        || json.Replace("cognito", "", StringComparison.Ordinal).Equals(property, StringComparison.OrdinalIgnoreCase);
}
