using Patterns.Local.Services.DynamoDb.Expressions;
using Patterns.Local.Services.DynamoDb.Values;

namespace Patterns.Local.Tests.Services.DynamoDb.Expressions;

/// <summary>A row of a table of cases: an expression, what it stands among, and what must come of it.</summary>
public sealed record ExpressionCase(string Expression, string Expected, string Names, string Values, string ItemJson)
{
    private const string Arrow = "=>";

    /// <summary>
    /// Reads a table. A line is <c>expression =&gt; expected</c>, or <c>names:</c>, <c>values:</c> or <c>item:</c> for the lines
    /// that follow, or a comment after <c>//</c>.
    /// </summary>
    public static TheoryData<ExpressionCase> Table(string text)
    {
        var current = new ExpressionCase("", "", "", "", "{}");
        var cases = new TheoryData<ExpressionCase>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            current = current.Read(line);
            if (current.Expected.Length > 0)
            {
                cases.Add(current);
            }
        }

        return cases;
    }

    /// <summary>The complete message when an error is expected: <c>error: reason</c> or, without the parameter, <c>error! message</c>.</summary>
    public string? Error(string parameter) =>
        Content(Expected, "error: ") is { } reason ? $"Invalid {parameter}: {reason}" : Content(Expected, "error! ");

    public override string ToString() => $"{Expression} {Arrow} {Expected}";

    internal ExpressionScope Scope() => new(ParseNames(), Values.Length == 0 ? null : PlainItem.Parse(Values).Attributes);

    internal Item Item() => PlainItem.Parse(ItemJson);

    private ExpressionCase Read(string line)
    {
        var next = this with { Expression = "", Expected = "" };
        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            return next;
        }

        return Content(line, "names:") is { } names ? next with { Names = names }
            : Content(line, "values:") is { } values ? next with { Values = values }
            : Content(line, "item:") is { } item ? next with { ItemJson = item }
            : next.ReadCase(line);
    }

    private ExpressionCase ReadCase(string line)
    {
        var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        return this with { Expression = line[..arrow].TrimEnd(), Expected = line[(arrow + Arrow.Length)..].Trim() };
    }

    private static string? Content(string line, string start) => line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..].Trim() : null;

    private Dictionary<string, string>? ParseNames() => Names.Length == 0
        ? null
        : Names.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
