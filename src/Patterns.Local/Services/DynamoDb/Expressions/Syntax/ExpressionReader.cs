using System.Text;

namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Reads the tokens of an expression and the parts that all kinds of expressions share.</summary>
internal sealed class ExpressionReader
{
    private const int MaxBytes = 4096;
    private const int MaxOperators = 300;

    // An expression within the limit of operators nests no deeper, but for needless parentheses.
    private const int MaxNesting = 2 * (MaxOperators + 1);

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _at;
    private int _operators;
    private int _nesting;

    public ExpressionReader(string text, ExpressionErrors errors)
    {
        (_text, Errors) = (text, errors);
        if (text.Length == 0)
        {
            throw errors.Empty();
        }

        var bytes = Encoding.UTF8.GetByteCount(text);
        _tokens = bytes > MaxBytes ? throw errors.TooLong(bytes) : Lexer.Read(text);
    }

    public ExpressionErrors Errors { get; }

    public TokenKind Kind => _tokens[_at].Kind;

    public bool IsFunction => Kind == TokenKind.Name && _tokens[_at + 1].Kind == TokenKind.OpenParenthesis;

    public string Take()
    {
        var token = _tokens[_at++];
        return _text[token.Start..token.End];
    }

    public bool TryTake(TokenKind kind)
    {
        var isThere = Kind == kind;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    public void Expect(TokenKind kind)
    {
        if (!TryTake(kind))
        {
            throw SyntaxError();
        }
    }

    /// <summary>The next token is not one that may stand there.</summary>
    public AwsException SyntaxError()
    {
        var token = _tokens[_at];
        var from = _at > 0 ? _tokens[_at - 1].Start : 0;
        var until = _at + 1 < _tokens.Count ? _tokens[_at + 1].End : token.End;
        return Errors.Syntax(token.Kind == TokenKind.End ? "<EOF>" : _text[token.Start..token.End], _text[from..until]);
    }

    public void Finish()
    {
        if (Kind != TokenKind.End)
        {
            throw SyntaxError();
        }

        if (_operators > MaxOperators)
        {
            throw Errors.TooManyOperators(_operators);
        }
    }

    public void CountOperator() => _operators++;

    public void Enter()
    {
        if (++_nesting > MaxNesting)
        {
            throw _operators > MaxOperators ? Errors.TooManyOperators(_operators) : Errors.RedundantParentheses();
        }
    }

    public void Leave() => _nesting--;

    /// <summary>A path, a value, a function or one of them in parentheses.</summary>
    public ExpressionSyntax ReadOperand()
    {
        switch (Kind)
        {
            case TokenKind.ValuePlaceholder:
                return new ValueSyntax(Take());
            case TokenKind.OpenParenthesis:
                Expect(TokenKind.OpenParenthesis);
                Enter();
                return Close(ReadOperand());
            default:
                return IsFunction ? ReadFunction() : ReadPath();
        }
    }

    /// <summary>Reads the parenthesis that closes what was read since <see cref="Enter"/>.</summary>
    public ParenthesesSyntax Close(ExpressionSyntax inner)
    {
        Expect(TokenKind.CloseParenthesis);
        Leave();
        return inner is ParenthesesSyntax ? throw Errors.RedundantParentheses() : new ParenthesesSyntax(inner);
    }

    public FunctionSyntax ReadFunction()
    {
        CountOperator();
        var name = Take();
        var operands = ReadList();
        return new FunctionSyntax(name, operands);
    }

    /// <summary>Operands in parentheses, with commas between them.</summary>
    public ExpressionSyntax[] ReadList()
    {
        Expect(TokenKind.OpenParenthesis);
        Enter();
        var operands = new List<ExpressionSyntax>(2);
        do
        {
            operands.Add(ReadOperand());
        }
        while (TryTake(TokenKind.Comma));

        Expect(TokenKind.CloseParenthesis);
        Leave();
        return [.. operands];
    }

    public PathSyntax ReadPath()
    {
        var elements = new List<PathElementSyntax>(2) { ReadName() };
        while (Kind is TokenKind.Dot or TokenKind.OpenBracket)
        {
            elements.Add(TryTake(TokenKind.Dot) ? ReadName() : ReadIndex());
        }

        return new PathSyntax([.. elements]);
    }

    private PathElementSyntax ReadName() => Kind is TokenKind.Name or TokenKind.NamePlaceholder
        ? new PathElementSyntax(Kind: Kind, Text: Take())
        : throw SyntaxError();

    private PathElementSyntax ReadIndex()
    {
        Expect(TokenKind.OpenBracket);
        var index = Kind == TokenKind.Integer ? Take() : throw SyntaxError();
        Expect(TokenKind.CloseBracket);
        return new PathElementSyntax(index, TokenKind.Integer);
    }
}
