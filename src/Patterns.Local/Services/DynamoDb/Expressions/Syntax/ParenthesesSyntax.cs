namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>An operand or condition in parentheses.</summary>
internal sealed class ParenthesesSyntax(ExpressionSyntax inner) : ExpressionSyntax
{
    public ExpressionSyntax Inner { get; } = inner;
}
