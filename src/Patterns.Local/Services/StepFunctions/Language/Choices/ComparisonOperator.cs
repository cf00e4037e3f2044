namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>How a comparison compares.</summary>
internal enum ComparisonOperator
{
    Equals,
    LessThan,
    GreaterThan,
    LessThanEquals,
    GreaterThanEquals,
    Matches,
}
