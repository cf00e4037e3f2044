using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Language.Expressions;

/// <summary>An expression that has no value for the data at hand.</summary>
internal sealed class EvaluationException(string error, string cause) : Exception(cause)
{
    /// <summary>The error name that the state fails with.</summary>
    public string Error { get; } = error;

    public static EvaluationException Runtime(string cause) => new(StatesErrors.Runtime, cause);
}
