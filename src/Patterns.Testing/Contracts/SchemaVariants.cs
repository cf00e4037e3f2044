using System.Text.Json.Nodes;

namespace Patterns.Testing.Contracts;

/// <summary>The variants of a type, as the schema of a polymorphic type has them.</summary>
internal static class SchemaVariants
{
    /// <returns>The variants by the text of their discriminator; null when there are none, or ones that no discriminator tells apart.</returns>
    public static Dictionary<string, JsonNode>? Of(JsonObject schema)
    {
        if (schema["anyOf"] is not JsonArray variants)
        {
            return null;
        }

        var byName = new Dictionary<string, JsonNode>();
        return variants.All(variant => variant is not null && byName.TryAdd(NameOf(variant), variant)) ? byName : null;
    }

    /// <summary>One variant may have no discriminator: the type itself.</summary>
    private static string NameOf(JsonNode variant) => ((variant as JsonObject)?["properties"] as JsonObject)?
        .Select(member => (member.Value as JsonObject)?["const"])
        .FirstOrDefault(value => value is not null)?
        .ToJsonString() ?? "plain one";
}
