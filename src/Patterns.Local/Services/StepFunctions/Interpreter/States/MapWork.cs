using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>Runs the processor for each item of an array, some at the same time; the result is the array of their outputs.</summary>
internal sealed class MapWork(StateVisit visit, MapState state) : IWork
{
    public HistoryEventType Entered => HistoryEventType.MapStateEntered;

    public HistoryEventType Exited => HistoryEventType.MapStateExited;

    public bool HasBranches => false;

    public string? CreateToken() => null;

    public async ValueTask<TaskOutcome> RunAsync(JsonData input)
    {
        if (visit.Select("ItemsPath", state.ItemsPath, input) is not ArrayData items)
        {
            throw EvaluationException.Runtime($"Reference path \"{state.ItemsPath.Text}\" must point to array.");
        }

        var most = visit.Environment.Options.MaxConcurrency;
        var limit = visit.Integer(state.MaxConcurrency, input) is { } wanted and > 0 ? (int)Math.Min(wanted, most) : most;
        visit.Record(HistoryEventType.MapStateStarted, new MapStateStartedDetails(items.Items.Count));
        using var group = new BranchGroup(visit.Stopping);
        var iterations = new MapIterations(visit, state, input, items, group);
        var last = await iterations.RunAsync(Math.Min(limit, items.Items.Count)).ConfigureAwait(false);
        visit.Scope.Cursor.Last = last;
        if (group.Error is { } error)
        {
            visit.Scope.Cursor.Last = group.FailureEvent;
            visit.Record(HistoryEventType.MapStateFailed);
            return TaskOutcome.Failure(error);
        }

        visit.Record(HistoryEventType.MapStateSucceeded);
        return TaskOutcome.Success(new ArrayData(iterations.Outputs));
    }
}
