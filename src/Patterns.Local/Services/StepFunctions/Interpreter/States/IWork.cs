using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>What a Task, Parallel or Map state does between its input and its result.</summary>
internal interface IWork
{
    HistoryEventType Entered { get; }

    HistoryEventType Exited { get; }

    /// <summary>Whether errors of the work also go by the name <c>States.BranchFailed</c>.</summary>
    bool HasBranches { get; }

    /// <summary>The token of the next attempt; null when the work has none.</summary>
    string? CreateToken();

    /// <summary>Does the work once; its failures are results.</summary>
    /// <param name="input">The effective input, after <c>InputPath</c>.</param>
    /// <exception cref="EvaluationException">An expression has no value.</exception>
    ValueTask<TaskOutcome> RunAsync(JsonData input);
}
