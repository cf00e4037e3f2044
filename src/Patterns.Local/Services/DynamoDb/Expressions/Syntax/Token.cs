namespace Patterns.Local.Services.DynamoDb.Expressions.Syntax;

/// <summary>A piece of an expression's text, from <paramref name="Start"/> until before <paramref name="End"/>.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
