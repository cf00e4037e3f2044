namespace Patterns.Local.Services.StepFunctions.Language.Choices;

/// <summary>The type of the values that a comparison compares.</summary>
internal enum ComparisonType
{
    String,
    Numeric,
    Boolean,
    Timestamp,
}
