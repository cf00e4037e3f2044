using System.Text.Json.Nodes;

namespace Patterns.Testing.Contracts;

/// <summary>Finds what a newer schema does to those who go by an older one.</summary>
internal sealed class SchemaComparison
{
    private static readonly string[] Compared = ["type", "enum", "properties", "required", "items", "additionalProperties", "$ref", "description", "title", "default", "$comment"];

    // Types that contain themselves end here.
    private readonly HashSet<(JsonNode Before, JsonNode After)> _seen = [];
    private (JsonNode Before, JsonNode After) _roots;

    public List<string> Breaks { get; } = [];

    public List<string> Additions { get; } = [];

    public void CompareRoots(string place, JsonNode before, JsonNode after, bool isReply)
    {
        _roots = (before, after);
        Compare(place, before, after, isReply, isRoot: true);
    }

    private void Compare(string place, JsonNode? before, JsonNode? after, bool isReply, bool isRoot = false)
    {
        (before, after) = isRoot ? (before, after) : (Resolve(before, _roots.Before), Resolve(after, _roots.After));
        if (before is null || after is null || !_seen.Add((before, after)))
        {
            return;
        }

        if (before is JsonObject older && after is JsonObject newer)
        {
            CompareObjects(place, older, newer, isReply);
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            // A schema that is true allows everything.
            Breaks.Add($"{place} was {Text(before)} and is {Text(after)}");
        }
    }

    private void CompareObjects(string place, JsonObject before, JsonObject after, bool isReply)
    {
        CompareTypes(place, before, after, isReply);
        CompareValues(place, before, after, isReply);
        CompareMembers(place, before, after, isReply);
        Compare(place + "[]", before["items"], after["items"], isReply);
        Compare(place + "{}", before["additionalProperties"], after["additionalProperties"], isReply);
        foreach (var keyword in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Except(Compared))
        {
            if (!JsonNode.DeepEquals(before[keyword], after[keyword]))
            {
                Breaks.Add($"{place}: {keyword} was {Text(before[keyword])} and is {Text(after[keyword])}");
            }
        }
    }

    /// <summary>Whoever reads must be ready for all that may be written.</summary>
    private void CompareTypes(string place, JsonObject before, JsonObject after, bool isReply)
    {
        var (older, newer) = (Types(before), Types(after));
        var (written, read) = isReply ? (newer, older) : (older, newer);
        if (read.Count == 0 || (written.Count > 0 && written.All(type => read.Contains(type) || (type == "integer" && read.Contains("number")))))
        {
            return;
        }

        Breaks.Add(isReply && newer.Except(older).ToList() is ["null"] && older.IsSubsetOf(newer)
            ? $"{place} may be null now"
            : !isReply && older.Except(newer).ToList() is ["null"] && newer.IsSubsetOf(older)
                ? $"{place} may not be null any more"
                : $"{place} was {Names(older)} and is {Names(newer)}");
    }

    private void CompareValues(string place, JsonObject before, JsonObject after, bool isReply)
    {
        if (before["enum"] is not JsonArray older)
        {
            if (after["enum"] is not null && !isReply)
            {
                Breaks.Add($"{place} takes only {Text(after["enum"])} now");
            }

            return;
        }

        if (after["enum"] is not JsonArray newer)
        {
            if (isReply)
            {
                Breaks.Add($"{place} was one of {Text(older)} and is anything now");
            }

            return;
        }

        var (written, read) = isReply ? (newer, older) : (older, newer);
        foreach (var value in written.Where(value => !read.Any(other => JsonNode.DeepEquals(value, other))))
        {
            Breaks.Add(isReply ? $"{place} may be {Text(value)} now, which clients do not know" : $"{place} does not take {Text(value)} any more");
        }
    }

    private void CompareMembers(string place, JsonObject before, JsonObject after, bool isReply)
    {
        var (older, newer) = (Members(before), Members(after));
        var (wasRequired, isRequired) = (Required(before), Required(after));
        foreach (var (name, schema) in older)
        {
            if (!newer.TryGetValue(name, out var now))
            {
                Breaks.Add(isReply ? $"{place}.{name} is gone" : $"{place}.{name} is not taken any more");
                continue;
            }

            if (!isReply && isRequired.Contains(name) && !wasRequired.Contains(name))
            {
                Breaks.Add($"{place}.{name} is required now");
            }

            Compare($"{place}.{name}", schema, now, isReply);
        }

        foreach (var name in newer.Keys.Except(older.Keys))
        {
            (!isReply && isRequired.Contains(name) ? Breaks : Additions).Add(!isReply && isRequired.Contains(name) ? $"{place}.{name} is required now" : $"{place}.{name} is new");
        }
    }

    private static JsonNode? Resolve(JsonNode? schema, JsonNode root)
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
    private static HashSet<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [.. (schema["enum"] as JsonArray ?? []).Select(value => value is null ? "null" : value.GetValueKind().ToString().ToLowerInvariant())],
    };

    private static Dictionary<string, JsonNode?> Members(JsonObject schema) => (schema["properties"] as JsonObject)?.ToDictionary(pair => pair.Key, pair => pair.Value) ?? [];

    private static HashSet<string> Required(JsonObject schema) => (schema["required"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToHashSet() ?? [];

    private static string Names(HashSet<string> types) => types.Count == 0 ? "anything" : string.Join(" or ", types.Order());

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
