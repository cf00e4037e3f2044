using Patterns.Local.Services.DynamoDb.Expressions.Paths;

namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A document path such as <c>a.#b[0]</c>.</summary>
internal sealed class PathSyntax(PathElementSyntax[] elements) : ExpressionSyntax
{
    public PathElementSyntax[] Elements { get; } = elements;

    public bool HasPlaceholders { get; } = Array.Exists(elements, element => element.Kind == TokenKind.NamePlaceholder);

    /// <summary>What the path is in every request, once one has resolved it; null while it has placeholders.</summary>
    public DocumentPath? Resolved { get; set; }
}
