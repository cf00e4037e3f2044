using System.Text.Json;
using System.Text.RegularExpressions;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.WebSockets;

/// <summary>A route selection expression: <c>$request.body.action</c>, or text with such paths in <c>${…}</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html</remarks>
internal sealed partial class RouteSelection
{
    private const string Prefix = "request.body.";

    private readonly (string Text, string[]? Path)[] _parts;

    private RouteSelection((string Text, string[]? Path)[] parts) => _parts = parts;

    /// <exception cref="FormatException">The expression does not look into the body.</exception>
    public static RouteSelection Parse(string expression)
    {
        if (Whole().IsMatch(expression))
        {
            return new RouteSelection([("", PathOf(expression[1..]))]);
        }

        var parts = new List<(string Text, string[]? Path)>();
        var position = 0;
        foreach (Match match in Inserted().Matches(expression))
        {
            parts.Add((expression[position..match.Index], PathOf(match.Groups["path"].Value)));
            position = match.Index + match.Length;
        }

        parts.Add((expression[position..], null));
        return parts.Count > 1 && !expression[position..].Contains('$', StringComparison.Ordinal)
            ? new RouteSelection([.. parts])
            : throw new FormatException($"'{expression}' is no route selection expression that looks into the body, such as '$request.body.action'");
    }

    /// <summary>The key that a message has; null when it is no JSON object, or has nothing at a path.</summary>
    public string? KeyOf(string message)
    {
        try
        {
            using var json = UnicodeJson.Parse(message);
            return KeyOf(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] PathOf(string path) => path[Prefix.Length..].Split('.');

    private string? KeyOf(JsonElement body)
    {
        var key = "";
        foreach (var (text, path) in _parts)
        {
            if (path is null)
            {
                key += text;
            }
            else if (Find(body, path) is { } value)
            {
                key += text + value;
            }
            else
            {
                return null;
            }
        }

        return key;
    }

    private static string? Find(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }

    [GeneratedRegex(@"^\$request\.body(\.[A-Za-z0-9_-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{(?<path>request\.body(\.[A-Za-z0-9_-]+)+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inserted();
}
