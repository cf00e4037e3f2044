using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patterns.Testing.Contracts;

/// <summary>What the parts of a schema say.</summary>
internal static class SchemaParts
{
    public static JsonNode? Resolve(JsonNode? schema, JsonNode root)
    {
        if (schema is not JsonObject || schema["$ref"]?.GetValue<string>() is not { } reference)
        {
            return schema;
        }

        var found = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            found = found is JsonArray list ? list[int.Parse(part)] : found?[part];
        }

        return found;
    }

    /// <summary>The types that a value may have; none for any.</summary>
    public static HashSet<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [.. (schema["enum"] as JsonArray ?? []).Select(value => value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant())],
    };

    public static Dictionary<string, JsonNode?> Members(JsonObject schema) => (schema["properties"] as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value) ?? [];

    public static HashSet<string> Required(JsonObject schema) => (schema["required"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToHashSet() ?? [];

    public static bool IsAnything(JsonNode? schema) => schema is null || schema.GetValueKind() == JsonValueKind.True;

    public static bool IsNothing(JsonNode? schema) => schema?.GetValueKind() == JsonValueKind.False;

    public static string Summary(JsonNode? schema) => IsAnything(schema) ? "anything" : schema is JsonObject form ? Names(Types(form)) : "nothing";

    public static string Names(HashSet<string> types) => types.Count == 0 ? "anything" : string.Join(" or ", types.Order());

    public static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
