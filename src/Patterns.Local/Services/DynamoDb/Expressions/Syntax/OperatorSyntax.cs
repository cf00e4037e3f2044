namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>
/// An operator with its operands: a comparison, <c>BETWEEN</c> with value and bounds, <c>IN</c> with value and candidates,
/// <c>AND</c>, <c>OR</c>, <c>NOT</c>, or in an update <c>+</c> and <c>-</c>.
/// </summary>
internal sealed class OperatorSyntax(TokenKind kind, params ExpressionSyntax[] operands) : ExpressionSyntax
{
    public TokenKind Kind { get; } = kind;

    public ExpressionSyntax[] Operands { get; } = operands;

    public string Name => Kind switch
    {
        TokenKind.Equal => "=",
        TokenKind.NotEqual => "<>",
        TokenKind.Less => "<",
        TokenKind.LessOrEqual => "<=",
        TokenKind.Greater => ">",
        TokenKind.GreaterOrEqual => ">=",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Between => "BETWEEN",
        TokenKind.In => "IN",
        TokenKind.And => "AND",
        TokenKind.Or => "OR",
        _ => "NOT",
    };

    /// <summary>Whether the operands are conditions.</summary>
    public bool IsLogical => Kind is TokenKind.And or TokenKind.Or or TokenKind.Not;
}
