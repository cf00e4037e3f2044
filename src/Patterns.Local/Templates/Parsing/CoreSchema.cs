using System.Globalization;
using System.Text.RegularExpressions;
using Patterns.Local.Templates.Nodes;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Tells what a plain YAML scalar is, by the core schema of YAML 1.2.</summary>
/// <remarks>
/// Digits after a leading zero stay text: account ids and postal codes would lose a digit as numbers.
/// Infinity and not-a-number stay text as well, since JSON cannot say them.
/// </remarks>
internal static partial class CoreSchema
{
    public static ScalarNode Resolve(SourceLocation location, string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new ScalarNode(location, "", ScalarKind.Null),
        "true" or "True" or "TRUE" => new ScalarNode(location, "true", ScalarKind.Boolean),
        "false" or "False" or "FALSE" => new ScalarNode(location, "false", ScalarKind.Boolean),
        _ when JsonNumber(text) is { } number => new ScalarNode(location, number, ScalarKind.Number),
        _ => new ScalarNode(location, text),
    };

    private static string? JsonNumber(string text)
    {
        if (Hexadecimal().IsMatch(text))
        {
            return ulong.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier).ToString();
        }

        if (Octal().IsMatch(text))
        {
            return Convert.ToInt64(text[2..], 8).ToString();
        }

        var match = Decimal().Match(text);
        return match.Success ? JsonDecimal(match) : null;
    }

    private static string JsonDecimal(Match match)
    {
        var sign = match.Groups["sign"].Value is "-" ? "-" : "";
        var whole = match.Groups["whole"].Value is { Length: > 0 } digits ? digits : "0";
        var fraction = match.Groups["fraction"].Value is { Length: > 0 } decimals ? $".{decimals}" : "";
        return $"{sign}{whole}{fraction}{match.Groups["exponent"].Value}";
    }

    [GeneratedRegex(@"\A0x[0-9a-fA-F]{1,16}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"\A0o[0-7]{1,20}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Octal();

    [GeneratedRegex(
        @"\A(?<sign>[-+]?)(?:(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]{1,3})?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();
}
