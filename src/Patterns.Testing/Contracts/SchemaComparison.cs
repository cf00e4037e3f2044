using System.Text.Json.Nodes;
using static Patterns.Testing.Contracts.SchemaParts;

namespace Patterns.Testing.Contracts;

/// <summary>Finds what a newer schema does to those who go by an older one.</summary>
internal sealed class SchemaComparison
{
    private static readonly string[] Compared = ["type", "enum", "properties", "required", "items", "additionalProperties", "anyOf", "$ref", "description", "title", "default", "$comment"];

    // What narrows texts: who reads must not ask for more than what is written keeps.
    private static readonly string[] Narrowing = ["format", "pattern"];

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
        var (written, read) = isReply ? (after, before) : (before, after);
        if (IsAnything(read) || IsNothing(written))
        {
            return;
        }

        if (before is JsonObject older && after is JsonObject newer)
        {
            if (_seen.Add((older, newer)))
            {
                CompareObjects(place, older, newer, isReply);
            }
        }
        else
        {
            Breaks.Add($"{place} was {Summary(before)} and is {Summary(after)}");
        }
    }

    private void CompareObjects(string place, JsonObject before, JsonObject after, bool isReply)
    {
        CompareTypes(place, before, after, isReply);
        CompareValues(place, before, after, isReply);
        CompareMembers(place, before, after, isReply);
        Compare(place + "[]", before["items"], after["items"], isReply);
        CompareOtherMembers(place, before["additionalProperties"], after["additionalProperties"], isReply);
        CompareVariants(place, before, after, isReply);
        foreach (var keyword in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Except(Compared))
        {
            if (!(Narrowing.Contains(keyword) && IsNarrowedNoFurther(keyword, before, after, isReply)) && !JsonNode.DeepEquals(before[keyword], after[keyword]))
            {
                Breaks.Add($"{place}: {keyword} was {Text(before[keyword])} and is {Text(after[keyword])}");
            }
        }
    }

    /// <summary>Members without a name of their own: values of a dictionary, or what is not known.</summary>
    private void CompareOtherMembers(string place, JsonNode? before, JsonNode? after, bool isReply)
    {
        if (IsNothing(after) && !IsNothing(before) && !isReply)
        {
            Breaks.Add($"{place} takes no members now that it does not know");
        }
        else if (!(isReply && IsNothing(before)))
        {
            // A reply may have members more, also where we take none ourselves.
            Compare(place + "{}", before, after, isReply);
        }
    }

    /// <summary>The variants of a type are told by what their discriminator is, not by their order.</summary>
    private void CompareVariants(string place, JsonObject before, JsonObject after, bool isReply)
    {
        var (older, newer) = (SchemaVariants.Of(before), SchemaVariants.Of(after));
        if (older is null || newer is null)
        {
            if (!JsonNode.DeepEquals(before["anyOf"], after["anyOf"]))
            {
                Breaks.Add($"{place}: anyOf was {Text(before["anyOf"])} and is {Text(after["anyOf"])}");
            }

            return;
        }

        foreach (var (name, variant) in older)
        {
            if (newer.TryGetValue(name, out var now))
            {
                Compare($"{place}({name.Trim('"')})", variant, now, isReply);
            }
            else if (!isReply)
            {
                Breaks.Add($"{place} does not take a {name} any more");
            }
        }

        foreach (var name in newer.Keys.Except(older.Keys))
        {
            (isReply ? Breaks : Additions).Add(isReply ? $"{place} may be a {name} now, which clients do not know" : $"{place} takes a {name} now");
        }
    }

    private static bool IsNarrowedNoFurther(string keyword, JsonObject before, JsonObject after, bool isReply)
    {
        var (written, read) = isReply ? (after, before) : (before, after);
        return read[keyword] is null || (Types(written) is { Count: > 0 } types && !types.Contains("string"));
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
}
