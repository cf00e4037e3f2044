using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.Paths;

namespace Patterns.Local.Services.StepFunctions.Language.States;

/// <summary>Where to go on after an error.</summary>
internal sealed class Catcher
{
    public required IReadOnlyList<string> ErrorEquals { get; init; }

    public required string Next { get; init; }

    /// <summary>Where the error output goes in the state's input; null when it is dropped.</summary>
    public ReferencePath? ResultPath { get; init; }

    /// <summary>The variables that the catcher assigns; null for none.</summary>
    public ObjectTemplate? Assign { get; init; }
}
