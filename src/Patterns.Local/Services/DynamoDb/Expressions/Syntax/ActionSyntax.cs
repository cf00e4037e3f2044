namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>One change of an update.</summary>
/// <param name="Clause"><see cref="TokenKind.Set"/>, <see cref="TokenKind.Remove"/>, <see cref="TokenKind.Add"/> or <see cref="TokenKind.Delete"/>.</param>
/// <param name="Path">What it changes.</param>
/// <param name="Value">What it takes for that; null for a removal.</param>
internal sealed record ActionSyntax(TokenKind Clause, PathSyntax Path, ExpressionSyntax? Value);
