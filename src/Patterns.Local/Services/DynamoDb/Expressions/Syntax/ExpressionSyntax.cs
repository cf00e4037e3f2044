namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A node of an expression as it is written, its placeholders unresolved. Immutable, so that many requests share it.</summary>
internal abstract class ExpressionSyntax;
