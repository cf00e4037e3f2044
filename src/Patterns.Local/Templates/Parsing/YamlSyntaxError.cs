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
    ];

    public static void Report(string file, string text, YamlException error, DiagnosticBag diagnostics)
    {
        var location = new SourceLocation(file, (int)error.Start.Line, (int)error.Start.Column);
        var lastLine = error.Message.Contains("tab", StringComparison.Ordinal) ? int.MaxValue : location.Line;
        if (Tab(text, location.Line, lastLine) is var (line, column))
        {
            diagnostics.Stop(new SourceLocation(file, line, column), "a tab is used as indentation; YAML takes spaces only", "replace it by spaces");
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

    // The parser's mark is where the text before the tab began.
    private static (int Line, int Column)? Tab(string text, int firstLine, int lastLine)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var length = line.IndexOfAnyExcept(' ', '\t');
            var tab = (length < 0 ? line : line[..length]).IndexOf('\t');
            if (tab >= 0 && number >= firstLine && number <= lastLine)
            {
                return (number, tab + 1);
            }
        }

        return null;
    }
}
