namespace Patterns.Local.Services.EventPatterns.Matching;

internal readonly record struct NumericBound(PatternNumber Value, bool IsInclusive);
