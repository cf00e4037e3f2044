using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>Runs all branches at the same time; the result is the array of their outputs.</summary>
internal sealed class ParallelWork(StateVisit visit, ParallelState state) : IWork
{
    public HistoryEventType Entered => HistoryEventType.ParallelStateEntered;

    public HistoryEventType Exited => HistoryEventType.ParallelStateExited;

    public bool HasBranches => true;

    public string? CreateToken() => null;

    public async ValueTask<TaskOutcome> RunAsync(JsonData input)
    {
        var parameters = state.Parameters?.Evaluate(visit.Seeing(input)) ?? input;
        visit.Record(HistoryEventType.ParallelStateStarted);
        var cursors = state.Branches.Select(_ => new EventCursor(visit.Scope.Cursor.Last)).ToArray();
        var outputs = new JsonData[cursors.Length];
        using var group = new BranchGroup(visit.Stopping);
        await Task.WhenAll(state.Branches.Select((_, index) => RunBranchAsync(index, parameters, outputs, cursors[index], group))).ConfigureAwait(false);
        if (group.Error is { } error)
        {
            visit.Scope.Cursor.Last = group.FailureEvent;
            visit.Record(HistoryEventType.ParallelStateFailed);
            return TaskOutcome.Failure(error);
        }

        visit.Scope.Cursor.Last = cursors.Max(cursor => cursor.Last);
        visit.Record(HistoryEventType.ParallelStateSucceeded);
        return TaskOutcome.Success(new ArrayData(outputs));
    }

    private async Task RunBranchAsync(int index, JsonData input, JsonData[] outputs, EventCursor cursor, BranchGroup group)
    {
        if (await BranchRun.RunAsync(visit, state.Branches[index], input, group, cursor, item: null).ConfigureAwait(false) is not { } outcome)
        {
            return;
        }

        if (outcome.Error is not { } error)
        {
            outputs[index] = outcome.Output!;
        }
        else if (group.TryFail(error, cursor.Last))
        {
            await group.StopAsync().ConfigureAwait(false);
        }
    }
}
