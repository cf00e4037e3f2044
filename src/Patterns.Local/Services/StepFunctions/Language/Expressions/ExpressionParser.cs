using System.Text;
using System.Text.Json;
using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Intrinsics;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>Reads paths and calls of intrinsic functions, which nest up to ten deep.</summary>
internal static class ExpressionParser
{
    private const int MaxNesting = 10;

    /// <exception cref="PathSyntaxException">The text is neither a path nor a function call that the service takes.</exception>
    public static Expression Parse(string text)
    {
        var cursor = new TextCursor(text);
        Expression expression = cursor.Next == '$' ? new PathExpression(PathParser.Read(cursor, 0)) : ReadCall(cursor, 1);
        return cursor.IsAtEnd ? expression : throw cursor.Error("there is more than an expression");
    }

    private static FunctionExpression ReadCall(TextCursor cursor, int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw cursor.Error($"intrinsic functions nest deeper than {MaxNesting}");
        }

        var start = cursor.Position;
        var name = cursor.TakeWhile(character => PathParser.IsNamePart(character) || character == '.');
        cursor.SkipSpaces();
        cursor.Take('(');
        var function = IntrinsicFunctions.Find(name) ?? throw cursor.Error($"there is no intrinsic function '{name}'");
        var arguments = ReadArguments(cursor, nesting, keepsEscapes: name == IntrinsicFunctions.Format);
        if (arguments.Length < function.MinArguments || arguments.Length > function.MaxArguments)
        {
            throw cursor.Error($"'{name}' does not take {arguments.Length} arguments");
        }

        return new FunctionExpression(cursor.Text[start..cursor.Position], function, arguments);
    }

    private static Expression[] ReadArguments(TextCursor cursor, int nesting, bool keepsEscapes)
    {
        List<Expression> arguments = [];
        cursor.SkipSpaces();
        if (cursor.TryTake(')'))
        {
            return [];
        }

        do
        {
            cursor.SkipSpaces();
            arguments.Add(ReadArgument(cursor, nesting, keepsEscapes && arguments.Count == 0));
            cursor.SkipSpaces();
        }
        while (cursor.TryTake(','));

        cursor.Take(')');
        return [.. arguments];
    }

    private static Expression ReadArgument(TextCursor cursor, int nesting, bool keepsEscapes)
    {
        if (cursor.Next == '\'')
        {
            return new LiteralExpression(new TextData(ReadText(cursor, keepsEscapes)));
        }

        if (cursor.Next == '$')
        {
            return new PathExpression(PathParser.Read(cursor, 0));
        }

        if (cursor.Next == 'S')
        {
            return ReadCall(cursor, nesting + 1);
        }

        var word = cursor.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '+' or '.');
        try
        {
            return word.Length == 0 ? throw cursor.Error("an argument is missing") : new LiteralExpression(JsonData.Parse(word));
        }
        catch (JsonException)
        {
            throw cursor.Error($"'{word}' is no argument");
        }
    }

    /// <summary>In a text <c>\'</c>, <c>\{</c>, <c>\}</c> and <c>\\</c> are escapes; the template of States.Format keeps the last three.</summary>
    private static string ReadText(TextCursor cursor, bool keepsEscapes)
    {
        cursor.Take('\'');
        var text = new StringBuilder();
        while (!cursor.IsAtEnd)
        {
            var character = cursor.Next;
            cursor.Position++;
            if (character == '\'')
            {
                return text.ToString();
            }

            if (character == '\\')
            {
                character = cursor.Next;
                cursor.Position++;
                text.Append(character switch
                {
                    '\'' => "'",
                    '{' or '}' or '\\' => keepsEscapes ? $"\\{character}" : $"{character}",
                    _ => throw cursor.Error("a backslash escapes ', {, } and \\ only"),
                });
                continue;
            }

            text.Append(character);
        }

        throw cursor.Error("a text is not closed");
    }
}
