using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Interpreter.States;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>Runs the states of a graph one after the other.</summary>
/// <remarks>A loop, not a recursion: turns cost no stack, and only nested graphs nest calls.</remarks>
internal static class GraphRun
{
    /// <summary>After so many states without a pause others get their turn, and a stop is seen.</summary>
    private const int StatesWithoutPause = 1000;

    /// <returns>The output of the last state, or the error of the one that failed.</returns>
    /// <exception cref="OperationCanceledException">The execution or the branch was stopped.</exception>
    public static async Task<StateOutcome> RunAsync(
        RunEnvironment environment, StateGraph graph, JsonData input, RunScope scope, CancellationToken stopping)
    {
        var state = graph.Start;
        for (var count = 1; ; count++)
        {
            stopping.ThrowIfCancellationRequested();
            if (count % StatesWithoutPause == 0)
            {
                await Task.Yield();
            }

            var outcome = await VisitAsync(new StateVisit(environment, state, input, scope, stopping)).ConfigureAwait(false);
            if (outcome.Next is not { } next)
            {
                return outcome;
            }

            (state, input) = (graph[next], outcome.Output!);
        }
    }

    private static async ValueTask<StateOutcome> VisitAsync(StateVisit visit)
    {
        try
        {
            return await StateRuns.RunAsync(visit).ConfigureAwait(false);
        }
        catch (EvaluationException error)
        {
            return StateOutcome.Failed(visit.Describe(error));
        }
        catch (OperationCanceledException) when (visit.Scope.Group is { IsAborting: true } group && AbortedEvent(visit.State.Type) is { } type)
        {
            visit.Scope.Cursor.Last = group.FailureEvent;
            visit.Record(type);
            throw;
        }
    }

    private static HistoryEventType? AbortedEvent(StateType type) => type switch
    {
        StateType.Task => HistoryEventType.TaskStateAborted,
        StateType.Wait => HistoryEventType.WaitStateAborted,
        StateType.Parallel => HistoryEventType.ParallelStateAborted,
        StateType.Map => HistoryEventType.MapStateAborted,
        _ => null,
    };
}
