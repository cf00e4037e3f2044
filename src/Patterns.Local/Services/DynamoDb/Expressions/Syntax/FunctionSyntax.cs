namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

internal sealed class FunctionSyntax(string name, ExpressionSyntax[] operands) : ExpressionSyntax
{
    public string Name { get; } = name;

    public ExpressionSyntax[] Operands { get; } = operands;
}
