using System.Globalization;
using System.Text.Json;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>A path to one value: <c>$.detail.items[0].id</c> or <c>$.detail['item-id']</c>. Immutable.</summary>
internal sealed class JsonPath
{
    private readonly List<object> _steps;

    private JsonPath(List<object> steps) => _steps = steps;

    /// <summary>The path, or null when the text is none.</summary>
    public static JsonPath? TryParse(string text)
    {
        if (!text.StartsWith('$'))
        {
            return null;
        }

        var steps = new List<object>();
        var rest = text.AsSpan(1);
        while (rest.Length > 0)
        {
            var length = rest[0] == '.' ? ReadName(rest, steps) : rest[0] == '[' ? ReadBracket(rest, steps) : 0;
            if (length == 0)
            {
                return null;
            }

            rest = rest[length..];
        }

        return new JsonPath(steps);
    }

    /// <summary>The value; null where there is none.</summary>
    public JsonElement? Find(JsonElement document)
    {
        JsonElement? found = document;
        foreach (var step in _steps)
        {
            found = found is { } value ? Take(value, step) : null;
        }

        return found;
    }

    private static JsonElement? Take(JsonElement value, object step) => (value.ValueKind, step) switch
    {
        (JsonValueKind.Object, string name) when value.TryGetProperty(name, out var member) => member,
        (JsonValueKind.Array, int index) when index < value.GetArrayLength() => value[index],
        _ => null,
    };

    private static int ReadName(ReadOnlySpan<char> rest, List<object> steps)
    {
        var end = rest[1..].IndexOfAny('.', '[');
        var name = end < 0 ? rest[1..] : rest.Slice(1, end);
        if (name.IsEmpty || name.IndexOfAny("*]'\"") >= 0)
        {
            return 0;
        }

        steps.Add(name.ToString());
        return name.Length + 1;
    }

    private static int ReadBracket(ReadOnlySpan<char> rest, List<object> steps)
    {
        var close = rest.IndexOf(']');
        if (close < 2)
        {
            return 0;
        }

        var inside = rest[1..close];
        if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            steps.Add(index);
            return close + 1;
        }

        if (inside.Length > 2 && inside[0] is '\'' or '"' && inside[^1] == inside[0])
        {
            steps.Add(inside[1..^1].ToString());
            return close + 1;
        }

        return 0;
    }
}
