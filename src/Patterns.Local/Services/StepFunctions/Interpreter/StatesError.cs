using Patterns.Local.Services.StepFunctions.Data;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>Why a task, a state or an execution failed.</summary>
/// <param name="Error">The name that <c>ErrorEquals</c> compares, such as <c>States.Timeout</c>; null when a Fail state has none.</param>
/// <param name="Cause">A text for people; null when there is none.</param>
internal sealed record StatesError(string? Error, string? Cause)
{
    /// <summary>The error output that a catcher sees.</summary>
    public ObjectData ToData() => ObjectData.Of(
        ("Error", new TextData(Error ?? string.Empty)),
        ("Cause", new TextData(Cause ?? string.Empty)));
}
