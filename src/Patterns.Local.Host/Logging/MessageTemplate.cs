using System.Globalization;
using System.Text;

namespace Patterns.Local.Host.Logging;

/// <summary>Fills the placeholders of a structured message: <c>{Name}</c> in order, or <c>{0}</c> by position.</summary>
internal static class MessageTemplate
{
    public static string Format(string template, object?[]? arguments)
    {
        if (arguments is not { Length: > 0 } || !template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var text = new StringBuilder(template.Length + 32);
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            i = AppendAt(text, template, i, arguments, ref next);
        }

        return text.ToString();
    }

    private static int AppendAt(StringBuilder text, string template, int i, object?[] arguments, ref int next)
    {
        var c = template[i];
        var doubled = i + 1 < template.Length && template[i + 1] == c;
        if (c is '{' or '}' && doubled)
        {
            text.Append(c);
            return i + 1;
        }

        var end = c == '{' ? template.IndexOf('}', i) : -1;
        if (end < 0)
        {
            text.Append(c);
            return i;
        }

        AppendHole(text, template.AsSpan(i, end - i + 1), arguments, ref next);
        return end;
    }

    private static void AppendHole(StringBuilder text, ReadOnlySpan<char> hole, object?[] arguments, ref int next)
    {
        var inner = hole[1..^1];
        var colon = inner.IndexOf(':');
        var name = (colon < 0 ? inner : inner[..colon]).TrimStart('@');
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : next++;
        if (index >= arguments.Length)
        {
            text.Append(hole);
            return;
        }

        text.Append(FormatValue(arguments[index], colon < 0 ? null : inner[(colon + 1)..].ToString()));
    }

    private static string FormatValue(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        DateTime time when format is null => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => value.ToString() ?? "",
    };
}
