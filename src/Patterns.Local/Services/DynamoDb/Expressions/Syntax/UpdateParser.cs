namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Parses updates: <c>SET</c>, <c>REMOVE</c>, <c>ADD</c> and <c>DELETE</c>, each at most once, in any order.</summary>
internal sealed class UpdateParser
{
    private readonly ExpressionReader _reader;
    private readonly List<ActionSyntax> _actions = [];
    private readonly List<TokenKind> _sections = [];

    private UpdateParser(ExpressionReader reader) => _reader = reader;

    public static ActionSyntax[] Parse(string text, ExpressionErrors errors)
    {
        var reader = new ExpressionReader(text, errors);
        var parser = new UpdateParser(reader);
        do
        {
            parser.ParseSection();
        }
        while (reader.Kind != TokenKind.End);

        reader.Finish();
        parser.Check();
        return [.. parser._actions];
    }

    private void ParseSection()
    {
        var section = _reader.Kind is >= TokenKind.Set and <= TokenKind.Delete ? _reader.Kind : throw _reader.SyntaxError();
        _reader.Expect(section);
        _sections.Add(section);
        do
        {
            _actions.Add(ParseAction(section));
        }
        while (_reader.TryTake(TokenKind.Comma));
    }

    private ActionSyntax ParseAction(TokenKind section)
    {
        var path = _reader.ReadPath();
        return section switch
        {
            TokenKind.Set => new ActionSyntax(section, path, ParseAssigned()),
            TokenKind.Remove => new ActionSyntax(section, path, Value: null),
            _ => new ActionSyntax(section, path, ParseValue()),
        };
    }

    private ValueSyntax ParseValue() =>
        _reader.Kind == TokenKind.ValuePlaceholder ? new ValueSyntax(_reader.Take()) : throw _reader.SyntaxError();

    private ExpressionSyntax ParseAssigned()
    {
        _reader.Expect(TokenKind.Equal);
        if (_reader.Kind != TokenKind.OpenParenthesis)
        {
            return ParseSum(_reader.ReadOperand());
        }

        // Parentheses may hold an operand of a sum, or the sum.
        _reader.Expect(TokenKind.OpenParenthesis);
        _reader.Enter();
        var first = _reader.ReadOperand();
        var inner = ParseSum(first);
        var closed = _reader.Close(inner);
        return inner == first ? ParseSum(closed) : closed;
    }

    private ExpressionSyntax ParseSum(ExpressionSyntax left)
    {
        var kind = _reader.Kind;
        if (kind is not (TokenKind.Plus or TokenKind.Minus))
        {
            return left;
        }

        _reader.Expect(kind);
        _reader.CountOperator();
        return new OperatorSyntax(kind, left, _reader.ReadOperand());
    }

    private void Check()
    {
        var check = new TextCheck(_reader.Errors);
        foreach (var action in _actions)
        {
            check.CheckPath(action.Path);
            if (action.Value is not null)
            {
                check.CheckUpdate(action.Value);
            }
        }

        for (var i = 1; i < _sections.Count; i++)
        {
            if (_sections.IndexOf(_sections[i], 0, i) >= 0)
            {
                throw _reader.Errors.RepeatedSection(_sections[i].ToString().ToUpperInvariant());
            }
        }
    }
}
