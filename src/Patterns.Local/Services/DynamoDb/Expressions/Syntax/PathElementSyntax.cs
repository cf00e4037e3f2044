namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A step of a path: an attribute's name, a placeholder such as <c>#n</c>, or the digits of a list index.</summary>
internal readonly record struct PathElementSyntax(string Text, TokenKind Kind);
