using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Patterns.Local.Templates.Parsing;

/// <summary>Makes a syntax error of the exceptions that the scanner throws when its own state does not fit the text.</summary>
internal sealed class GuardedYamlParser(IParser parser) : IParser
{
    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var reached = Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            throw new YamlException(reached, reached, "the text after this place makes no sense", error);
        }
    }
}
