using YamlDotNet.Core;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Says in plain words what the YAML parser stumbled over.</summary>
internal static class YamlSyntaxError
{
    private static readonly (string Part, string Message, string Hint)[] Known =
    [
        ("find expected key", "the indentation of this line fits no mapping above", "line it up with the keys beside it"),
        ("find expected '-' indicator", "the indentation of this line fits no list above", "line it up with the '-' above"),
        ("Mapping values are not allowed", "a ':' stands where no key can be", "check the indentation, or put quotes around text that contains ': '"),
        ("found invalid mapping", "a ':' stands where no key can be", "check the indentation, or put quotes around text that contains ': '"),
        ("find expected ':'", "this key has no ':'", "write 'key: value'"),
        ("',' or ']'", "a list in brackets is not closed", "add ',' or ']'"),
        ("',' or '}'", "a mapping in braces is not closed", "add ',' or '}'"),
        ("quoted scalar, found unexpected", "the text is not closed", "add the missing quote"),
        ("wrong indentation", "the lines of this text are not indented enough", "indent them, or close the quote"),
        ("unknown escape", "this escape is not known in double quotes", "write '\\\\' for a backslash, or use single quotes"),
        ("cannot start any token", "text cannot start with this character", "put quotes around it"),
        ("find expected node content", "text cannot start with this character", "put quotes around it"),
        ("undefined tag handle", "this tag is not known", "functions are written like '!Sub'"),
        ("tab", TabMessage, TabHint),
    ];

    private const string TabMessage = "a tab is used as indentation; YAML takes spaces only";
    private const string TabHint = "replace it by spaces";

    public static void Report(string file, string text, YamlException error, DiagnosticBag diagnostics)
    {
        var location = new SourceLocation(file, (int)error.Start.Line, (int)error.Start.Column);
        if (TabColumn(text, location.Line) is { } column)
        {
            diagnostics.Stop(location with { Column = column }, TabMessage, TabHint);
        }

        foreach (var (part, message, hint) in Known)
        {
            if (error.Message.Contains(part, StringComparison.Ordinal))
            {
                diagnostics.Stop(location, $"invalid YAML: {message}", hint);
            }
        }

        diagnostics.Stop(location, $"invalid YAML: {error.Message}");
    }

    private static int? TabColumn(string text, int line)
    {
        var indentation = text.AsSpan();
        for (var skipped = 1; skipped < line && indentation.IndexOf('\n') is >= 0 and var end; skipped++)
        {
            indentation = indentation[(end + 1)..];
        }

        var length = indentation.IndexOfAnyExcept(' ', '\t');
        var tab = (length < 0 ? indentation : indentation[..length]).IndexOf('\t');
        return tab < 0 ? null : tab + 1;
    }
}
