using System.Globalization;
using Patterns.Local.Services.StepFunctions.Language.Paths.Filters;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>Reads JSONPath: names, indexes, slices, wildcards, filters, descents and the functions at the end.</summary>
internal static class PathParser
{
    private const int MaxSteps = 256;

    public static DataPath Parse(string text)
    {
        var cursor = new TextCursor(text);
        var path = Read(cursor, depth: 0);
        return cursor.IsAtEnd ? path : throw cursor.Error("there is more than a path");
    }

    /// <summary>Reads a path and leaves the cursor behind it.</summary>
    public static DataPath Read(TextCursor cursor, int depth)
    {
        var start = cursor.Position;
        var (root, variable) = ReadRoot(cursor);
        var steps = ReadSteps(cursor, depth);
        return new DataPath(cursor.Text[start..cursor.Position], root, variable, steps);
    }

    internal static PathStep[] ReadSteps(TextCursor cursor, int depth)
    {
        var steps = new List<PathStep>();
        while (ReadStep(cursor, depth) is { } step)
        {
            steps.Add(step);
            if (steps.Count > MaxSteps)
            {
                throw cursor.Error($"a path has more than {MaxSteps} steps");
            }

            if (step is FunctionStep)
            {
                break;
            }
        }

        return [.. steps];
    }

    internal static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    internal static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static (PathRoot Root, string? Variable) ReadRoot(TextCursor cursor)
    {
        cursor.Take('$');
        if (cursor.TryTake('$'))
        {
            return (PathRoot.Context, null);
        }

        return IsNameStart(cursor.Next) ? (PathRoot.Variable, cursor.TakeWhile(IsNamePart)) : (PathRoot.Input, null);
    }

    private static PathStep? ReadStep(TextCursor cursor, int depth)
    {
        if (cursor.TryTake(".."))
        {
            return new DescentStep(cursor.Next == '[' ? ReadBracket(cursor, depth) : ReadName(cursor));
        }

        if (cursor.TryTake('.'))
        {
            return cursor.Next == '[' ? ReadBracket(cursor, depth) : ReadName(cursor);
        }

        return cursor.Next == '[' ? ReadBracket(cursor, depth) : null;
    }

    private static PathStep ReadName(TextCursor cursor)
    {
        if (cursor.TryTake('*'))
        {
            return new WildcardStep();
        }

        var name = cursor.TakeWhile(IsDotName);
        if (name.Length == 0)
        {
            throw cursor.Error("a name is missing");
        }

        if (!cursor.TryTake('('))
        {
            return new MemberStep(name);
        }

        cursor.SkipSpaces();
        cursor.Take(')');
        return FunctionStep.Names.Contains(name) ? new FunctionStep(name) : throw cursor.Error($"there is no function '{name}()'");
    }

    private static bool IsDotName(char character) => !char.IsWhiteSpace(character) && !".[]()*?,:'\"=<>!&|@$".Contains(character, StringComparison.Ordinal);

    private static PathStep ReadBracket(TextCursor cursor, int depth)
    {
        cursor.Take('[');
        cursor.SkipSpaces();
        PathStep step = cursor.Next switch
        {
            '*' => ReadWildcard(cursor),
            '?' => ReadFilter(cursor, depth),
            '\'' or '"' => ReadMembers(cursor),
            _ => ReadIndexes(cursor),
        };
        cursor.SkipSpaces();
        cursor.Take(']');
        return step;
    }

    private static WildcardStep ReadWildcard(TextCursor cursor)
    {
        cursor.Take('*');
        return new WildcardStep();
    }

    private static FilterStep ReadFilter(TextCursor cursor, int depth)
    {
        cursor.Take('?');
        cursor.SkipSpaces();
        cursor.Take('(');
        var filter = new FilterParser(cursor, depth + 1).Read();
        cursor.SkipSpaces();
        cursor.Take(')');
        return new FilterStep(filter);
    }

    private static PathStep ReadMembers(TextCursor cursor)
    {
        List<string> names = [];
        do
        {
            cursor.SkipSpaces();
            if (cursor.Next is not ('\'' or '"'))
            {
                throw cursor.Error("a quoted name is missing");
            }

            names.Add(cursor.TakeQuoted());
            cursor.SkipSpaces();
        }
        while (cursor.TryTake(','));

        return names is [var name] ? new MemberStep(name) : new MembersStep([.. names]);
    }

    private static PathStep ReadIndexes(TextCursor cursor)
    {
        var first = ReadNumber(cursor);
        cursor.SkipSpaces();
        if (cursor.TryTake(':'))
        {
            cursor.SkipSpaces();
            return new SliceStep(first, ReadNumber(cursor));
        }

        List<IndexStep> indexes = [new(first ?? throw cursor.Error("an index is missing"))];
        while (cursor.TryTake(','))
        {
            cursor.SkipSpaces();
            indexes.Add(new(ReadNumber(cursor) ?? throw cursor.Error("an index is missing")));
            cursor.SkipSpaces();
        }

        return indexes is [var index] ? index : new IndexesStep([.. indexes]);
    }

    private static int? ReadNumber(TextCursor cursor)
    {
        var digits = cursor.TakeWhile(character => char.IsAsciiDigit(character) || character == '-');
        if (digits.Length == 0)
        {
            return null;
        }

        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw cursor.Error($"'{digits}' is no index");
    }
}
