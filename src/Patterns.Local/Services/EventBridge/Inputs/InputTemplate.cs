using System.Text;
using System.Text.RegularExpressions;

namespace Patterns.Local.Services.EventBridge.Inputs;

/// <summary>The text of an input transformer, with its variables between angle brackets. Immutable.</summary>
internal sealed partial class InputTemplate
{
    public const string RuleArn = "aws.events.rule-arn";
    public const string RuleName = "aws.events.rule-name";
    public const string IngestionTime = "aws.events.event.ingestion-time";
    public const string Event = "aws.events.event";
    public const string EventText = "aws.events.event.json";

    private static readonly string[] s_reserved = [RuleArn, RuleName, IngestionTime, Event, EventText];

    private readonly List<Part> _parts = [];

    public InputTemplate(string text)
    {
        var (end, isQuoted) = (0, false);
        foreach (var variable in Variable().EnumerateMatches(text))
        {
            var literal = text[end..variable.Index];
            isQuoted = EndsQuoted(literal, isQuoted);
            _parts.Add(new Part(literal, text.Substring(variable.Index + 1, variable.Length - 2), isQuoted));
            end = variable.Index + variable.Length;
        }

        _parts.Add(new Part(text[end..], null, isQuoted));
    }

    /// <summary>The variables that are not the service's own.</summary>
    public IEnumerable<string> Variables => _parts.Select(part => part.Variable).OfType<string>().Except(s_reserved);

    public static bool IsReserved(string name) => s_reserved.Contains(name);

    public string Fill(Func<string, TemplateValue> valueOf)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Literal);
            if (part.Variable is not null)
            {
                var value = valueOf(part.Variable);
                text.Append(part.IsQuoted ? value.Inside : value.Outside);
            }
        }

        return text.ToString();
    }

    private static bool EndsQuoted(string literal, bool isQuoted)
    {
        for (var i = 0; i < literal.Length; i++)
        {
            switch (literal[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                default:
                    break;
            }
        }

        return isQuoted;
    }

    [GeneratedRegex("<[A-Za-z0-9_.-]+>", RegexOptions.None, 1000)]
    private static partial Regex Variable();

    private sealed record Part(string Literal, string? Variable, bool IsQuoted);
}
