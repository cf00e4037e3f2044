namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>Parses conditions: <c>OR</c> binds weaker than <c>AND</c>, that weaker than <c>NOT</c>, that weaker than a comparison.</summary>
internal sealed class ConditionParser
{
    private readonly ExpressionReader _reader;

    private ConditionParser(ExpressionReader reader) => _reader = reader;

    public static ExpressionSyntax Parse(string text, ExpressionErrors errors)
    {
        var reader = new ExpressionReader(text, errors);
        var condition = new ConditionParser(reader).ParseOr(mayBeOperand: false);
        reader.Finish();
        new TextCheck(errors).CheckCondition(condition);
        return condition;
    }

    // Only parentheses around nothing else may turn out to hold an operand: the comparison follows after them.
    private ExpressionSyntax ParseOr(bool mayBeOperand)
    {
        var first = ParseAnd(mayBeOperand);
        return _reader.Kind == TokenKind.Or ? ParseChain(TokenKind.Or, first) : first;
    }

    private ExpressionSyntax ParseAnd(bool mayBeOperand)
    {
        var first = ParseNot(mayBeOperand);
        return _reader.Kind == TokenKind.And ? ParseChain(TokenKind.And, first) : first;
    }

    private OperatorSyntax ParseChain(TokenKind kind, ExpressionSyntax first)
    {
        var parts = new List<ExpressionSyntax>(4) { first };
        while (_reader.TryTake(kind))
        {
            _reader.CountOperator();
            parts.Add(kind == TokenKind.Or ? ParseAnd(mayBeOperand: false) : ParseNot(mayBeOperand: false));
        }

        return new OperatorSyntax(kind, [.. parts]);
    }

    private ExpressionSyntax ParseNot(bool mayBeOperand)
    {
        if (!_reader.TryTake(TokenKind.Not))
        {
            return ParseComparison(mayBeOperand);
        }

        _reader.CountOperator();
        _reader.Enter();
        var negated = ParseNot(mayBeOperand: false);
        _reader.Leave();
        return new OperatorSyntax(TokenKind.Not, negated);
    }

    private ExpressionSyntax ParseComparison(bool mayBeOperand)
    {
        var left = _reader.Kind == TokenKind.OpenParenthesis ? ParseParentheses() : _reader.ReadOperand();
        if (!IsOperand(left))
        {
            return left;
        }

        return _reader.Kind switch
        {
            >= TokenKind.Equal and <= TokenKind.GreaterOrEqual => ParseComparator(left),
            TokenKind.Between => ParseBetween(left),
            TokenKind.In => ParseIn(left),
            _ when IsFunction(left) => left,
            TokenKind.CloseParenthesis when mayBeOperand => left,
            _ => throw _reader.SyntaxError(),
        };
    }

    private ParenthesesSyntax ParseParentheses()
    {
        _reader.Expect(TokenKind.OpenParenthesis);
        _reader.Enter();
        return _reader.Close(ParseOr(mayBeOperand: true));
    }

    private OperatorSyntax ParseComparator(ExpressionSyntax left)
    {
        var kind = _reader.Kind;
        _reader.Expect(kind);
        _reader.CountOperator();
        return new OperatorSyntax(kind, left, _reader.ReadOperand());
    }

    private OperatorSyntax ParseBetween(ExpressionSyntax value)
    {
        _reader.Expect(TokenKind.Between);
        _reader.CountOperator();
        var low = _reader.ReadOperand();
        _reader.Expect(TokenKind.And);
        return new OperatorSyntax(TokenKind.Between, value, low, _reader.ReadOperand());
    }

    private OperatorSyntax ParseIn(ExpressionSyntax value)
    {
        _reader.Expect(TokenKind.In);
        _reader.CountOperator();
        return new OperatorSyntax(TokenKind.In, [value, .. _reader.ReadList()]);
    }

    private static bool IsOperand(ExpressionSyntax node) =>
        node is ParenthesesSyntax parentheses ? IsOperand(parentheses.Inner) : node is not OperatorSyntax;

    private static bool IsFunction(ExpressionSyntax node) =>
        node is FunctionSyntax || (node is ParenthesesSyntax parentheses && IsFunction(parentheses.Inner));
}
