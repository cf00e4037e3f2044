using System.Text;

namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Cuts an expression's text into tokens, of which the last is <see cref="TokenKind.End"/>.</summary>
internal static class Lexer
{
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>(16);
        var at = SkipBlanks(text, 0);
        while (at < text.Length)
        {
            var token = ReadToken(text, at);
            tokens.Add(token);
            at = SkipBlanks(text, token.End);
        }

        tokens.Add(new Token(TokenKind.End, text.Length, text.Length));
        return tokens;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }

    private static Token ReadToken(string text, int at) => text[at] switch
    {
        '#' => ReadPlaceholder(text, at, TokenKind.NamePlaceholder),
        ':' => ReadPlaceholder(text, at, TokenKind.ValuePlaceholder),
        >= '0' and <= '9' => new Token(TokenKind.Integer, at, EndOfInteger(text, at)),
        var letter when char.IsAsciiLetter(letter) => ReadWord(text, at),
        _ => ReadSymbol(text, at),
    };

    private static Token ReadPlaceholder(string text, int at, TokenKind kind)
    {
        var end = EndOfWord(text, at + 1);
        return new Token(end == at + 1 ? TokenKind.Unknown : kind, at, end);
    }

    private static Token ReadWord(string text, int at)
    {
        var end = EndOfWord(text, at);
        return new Token(KeywordOf(text.AsSpan(at, end - at)) ?? TokenKind.Name, at, end);
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfInteger(string text, int at)
    {
        if (text[at] == '0')
        {
            return at + 1;
        }

        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static TokenKind? KeywordOf(ReadOnlySpan<char> word) => word.Length switch
    {
        2 when Is(word, "OR") => TokenKind.Or,
        2 when Is(word, "IN") => TokenKind.In,
        3 when Is(word, "AND") => TokenKind.And,
        3 when Is(word, "NOT") => TokenKind.Not,
        3 when Is(word, "SET") => TokenKind.Set,
        3 when Is(word, "ADD") => TokenKind.Add,
        6 when Is(word, "REMOVE") => TokenKind.Remove,
        6 when Is(word, "DELETE") => TokenKind.Delete,
        7 when Is(word, "BETWEEN") => TokenKind.Between,
        _ => null,
    };

    private static bool Is(ReadOnlySpan<char> word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private static Token ReadSymbol(string text, int at)
    {
        var pair = at + 1 < text.Length ? PairOf(text[at], text[at + 1]) : null;
        if (pair is not null)
        {
            return new Token(pair.Value, at, at + 2);
        }

        var kind = SymbolOf(text[at]);
        return new Token(kind, at, at + (kind == TokenKind.Unknown ? LengthOfCharacter(text, at) : 1));
    }

    private static TokenKind? PairOf(char first, char second) => (first, second) switch
    {
        ('<', '>') => TokenKind.NotEqual,
        ('<', '=') => TokenKind.LessOrEqual,
        ('>', '=') => TokenKind.GreaterOrEqual,
        _ => null,
    };

    private static TokenKind SymbolOf(char symbol) => symbol switch
    {
        '=' => TokenKind.Equal,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        '(' => TokenKind.OpenParenthesis,
        ')' => TokenKind.CloseParenthesis,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        _ => TokenKind.Unknown,
    };

    private static int LengthOfCharacter(string text, int at)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var length);
        return length;
    }
}
