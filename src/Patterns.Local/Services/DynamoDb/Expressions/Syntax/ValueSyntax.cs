namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A value's placeholder such as <c>:v</c>.</summary>
internal sealed class ValueSyntax(string placeholder) : ExpressionSyntax
{
    public string Placeholder { get; } = placeholder;
}
