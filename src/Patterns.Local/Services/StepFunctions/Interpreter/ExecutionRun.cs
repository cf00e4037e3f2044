using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>One execution of a state machine.</summary>
internal sealed class ExecutionRun(
    StateMachineDefinition definition,
    ExecutionIdentity identity,
    ExecutionOptions options,
    ITaskRunner tasks,
    IExecutionHistory history,
    TimeProvider time)
{
    /// <summary>Runs the execution to its end, once.</summary>
    /// <returns>The end, whose event is the last of the history. Failures of the execution are results.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled: everything stopped, and the history says nothing of an end.
    /// </exception>
    public Task<ExecutionResult> RunAsync(JsonData input, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{definition.Comment}{identity.Name}{options.Region}{tasks}{history}{time}{input}{cancellationToken.IsCancellationRequested}");

    /// <summary>Ends the execution as StopExecution does; without effect when it has ended.</summary>
    /// <param name="reason">What the history and the result tell; null for nothing.</param>
    public void Stop(StatesError? reason) => throw new NotSupportedException($"{reason}");
}
