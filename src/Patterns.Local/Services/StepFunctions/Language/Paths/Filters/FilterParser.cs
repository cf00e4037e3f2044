using System.Text.Json;
using System.Text.RegularExpressions;
using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

/// <summary>Reads the condition of a filter step.</summary>
internal sealed class FilterParser(TextCursor cursor, int depth)
{
    private const int MaxDepth = 20;
    private const int MaxPattern = 200;

    private int _depth = depth;

    public PathFilter Read() => ReadTerms("||", () => ReadTerms("&&", ReadFactor, wantsAll: true), wantsAll: false);

    private PathFilter ReadTerms(string separator, Func<PathFilter> read, bool wantsAll)
    {
        List<PathFilter> terms = [read()];
        cursor.SkipSpaces();
        while (cursor.TryTake(separator))
        {
            terms.Add(read());
            cursor.SkipSpaces();
        }

        return terms is [var single] ? single : new LogicalFilter([.. terms], wantsAll);
    }

    private PathFilter ReadFactor()
    {
        if (++_depth > MaxDepth)
        {
            throw cursor.Error($"a filter nests deeper than {MaxDepth}");
        }

        cursor.SkipSpaces();
        var filter = ReadOne();
        _depth--;
        return filter;
    }

    private PathFilter ReadOne()
    {
        if (cursor.TryTake('!'))
        {
            return new NegatedFilter(ReadFactor());
        }

        if (cursor.TryTake('('))
        {
            var inner = Read();
            cursor.SkipSpaces();
            cursor.Take(')');
            return inner;
        }

        return ReadComparison();
    }

    private PathFilter ReadComparison()
    {
        var left = ReadOperand();
        cursor.SkipSpaces();
        if (cursor.TryTake("=~"))
        {
            return new RegexFilter(left, ReadRegex());
        }

        foreach (var name in ComparisonFilter.Names)
        {
            if (cursor.TryTake(name))
            {
                cursor.SkipSpaces();
                return new ComparisonFilter(left, name, ReadOperand());
            }
        }

        return left.IsPath ? new ExistsFilter(left) : throw cursor.Error("a comparison is missing");
    }

    private FilterOperand ReadOperand()
    {
        if (cursor.TryTake('@'))
        {
            var start = cursor.Position;
            var steps = PathParser.ReadSteps(cursor, _depth);
            return new FilterOperand(new DataPath("@" + cursor.Text[start..cursor.Position], PathRoot.Input, null, steps), isOnItem: true);
        }

        if (cursor.Next != '$')
        {
            return new FilterOperand(ReadLiteral());
        }

        var path = PathParser.Read(cursor, _depth);
        return path.Root == PathRoot.Input
            ? new FilterOperand(path, isOnItem: false)
            : throw cursor.Error("a filter reads '@' and '$' only");
    }

    private JsonData ReadLiteral()
    {
        if (cursor.Next is '\'' or '"')
        {
            return new TextData(cursor.TakeQuoted());
        }

        if (cursor.TryTake('['))
        {
            return ReadList();
        }

        var word = cursor.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '+' or '.');
        try
        {
            var value = word.Length > 0 ? JsonData.Parse(word) : throw cursor.Error("a value is missing");
            return value;
        }
        catch (JsonException)
        {
            throw cursor.Error($"'{word}' is no value");
        }
    }

    private ArrayData ReadList()
    {
        List<JsonData> items = [];
        cursor.SkipSpaces();
        while (!cursor.TryTake(']'))
        {
            if (items.Count > 0)
            {
                cursor.Take(',');
                cursor.SkipSpaces();
            }

            if (cursor.Next == '[')
            {
                throw cursor.Error("a list holds no lists");
            }

            items.Add(ReadLiteral());
            cursor.SkipSpaces();
        }

        return new ArrayData(items);
    }

    private Regex ReadRegex()
    {
        cursor.SkipSpaces();
        cursor.Take('/');
        cursor.Position--;
        var start = cursor.Position + 1;
        cursor.TakeQuoted();
        var pattern = cursor.Text[start..(cursor.Position - 1)].Replace("\\/", "/", StringComparison.Ordinal);
        if (pattern.Length > MaxPattern)
        {
            throw cursor.Error($"a regular expression has more than {MaxPattern} characters");
        }

        try
        {
            return RegexFilter.Compile(pattern, cursor.TryTake('i'));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw cursor.Error($"'{pattern}' is no regular expression that is supported");
        }
    }
}
