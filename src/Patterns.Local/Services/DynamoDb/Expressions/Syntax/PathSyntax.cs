namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A document path such as <c>a.#b[0]</c>.</summary>
internal sealed class PathSyntax(PathElementSyntax[] elements) : ExpressionSyntax
{
    public PathElementSyntax[] Elements { get; } = elements;
}
