using System.Text;

namespace Patterns.Local.Services.StepFunctions.Language.Paths;

/// <summary>Reads paths and function calls character by character.</summary>
internal sealed class TextCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= Text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : Text[Position];

    public bool TryTake(char expected)
    {
        if (IsAtEnd || Text[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(Text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Error($"'{expected}' is missing");
        }
    }

    public void SkipSpaces()
    {
        while (Next is ' ' or '\t' or '\n' or '\r' && !IsAtEnd)
        {
            Position++;
        }
    }

    /// <summary>Takes characters as long as they satisfy the condition.</summary>
    public string TakeWhile(Func<char, bool> condition)
    {
        var start = Position;
        while (!IsAtEnd && condition(Text[Position]))
        {
            Position++;
        }

        return Text[start..Position];
    }

    /// <summary>A text in the quotes that the cursor stands on; a backslash takes the next character as it is.</summary>
    public string TakeQuoted()
    {
        var quote = Next;
        Position++;
        var value = new StringBuilder();
        while (!IsAtEnd)
        {
            var character = Text[Position++];
            if (character == quote)
            {
                return value.ToString();
            }

            if (character == '\\' && !IsAtEnd)
            {
                character = Text[Position++];
            }

            value.Append(character);
        }

        throw Error("a text is not closed");
    }

    public PathSyntaxException Error(string reason) => new($"{reason} at position {Position} of '{Text}'");
}
