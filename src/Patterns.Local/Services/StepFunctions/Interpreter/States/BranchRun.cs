using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>Runs one branch or iteration in a scope of its own.</summary>
internal static class BranchRun
{
    /// <param name="visit">The Parallel or Map state.</param>
    /// <param name="graph">What to run.</param>
    /// <param name="input">What to run it on.</param>
    /// <param name="group">What stops the branch.</param>
    /// <param name="cursor">The branch's line of events.</param>
    /// <param name="item">The iteration; null to keep the one around.</param>
    /// <returns>Null when another branch failed and this one was stopped.</returns>
    public static async Task<StateOutcome?> RunAsync(
        StateVisit visit, StateGraph graph, JsonData input, BranchGroup group, EventCursor cursor, ObjectData? item)
    {
        var scope = new RunScope(visit.Environment, visit.Scope, cursor, group) { Item = item ?? visit.Scope.Item };
        try
        {
            return await GraphRun.RunAsync(visit.Environment, graph, input, scope, group.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (group.IsAborting)
        {
            return null;
        }
        finally
        {
            scope.Release();
        }
    }
}
