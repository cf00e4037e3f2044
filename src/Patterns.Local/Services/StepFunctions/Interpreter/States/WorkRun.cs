using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Language.Expressions;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>Runs the states that retry and catch: retriers first, each with a count of its own, then catchers.</summary>
internal static class WorkRun
{
    public static async ValueTask<StateOutcome> RunAsync(StateVisit visit, WorkState state, IWork work)
    {
        visit.Enter(work.Entered);
        var retries = new long[state.Retry.Count];
        for (var attempt = 0; ; attempt++)
        {
            visit.BeginAttempt(attempt, work.CreateToken());
            var (outcome, error) = await AttemptAsync(visit, state, work).ConfigureAwait(false);
            if (error is null)
            {
                return outcome;
            }

            var retrier = FindRetrier(state, error, work.HasBranches);
            if (retrier < 0 || retries[retrier] >= state.Retry[retrier].MaxAttempts)
            {
                return Caught(visit, state, work, error);
            }

            var delay = state.Retry[retrier].Delay(retries[retrier]++, visit.Environment.NextRandom);
            await Delay.UntilAsync(visit.Environment.Time, visit.Environment.Time.GetUtcNow() + delay, visit.Stopping).ConfigureAwait(false);
        }
    }

    private static async ValueTask<(StateOutcome Outcome, StatesError? Error)> AttemptAsync(StateVisit visit, WorkState state, IWork work)
    {
        try
        {
            var done = await work.RunAsync(visit.EffectiveInput()).ConfigureAwait(false);
            return done.Succeeded ? (Succeeded(visit, state, work, done.Output), null) : (default, done.Error);
        }
        catch (EvaluationException error)
        {
            return (default, visit.Describe(error));
        }
    }

    private static StateOutcome Succeeded(StateVisit visit, WorkState state, IWork work, JsonData result)
    {
        var selected = state.ResultSelector?.Evaluate(visit.Seeing(result)) ?? result;
        var output = state.ResultPath?.Place(visit.Input, selected) ?? visit.Input;
        return visit.Exit(work.Exited, output, selected, state.Next, state.Assign);
    }

    private static int FindRetrier(WorkState state, StatesError error, bool isOfBranch)
    {
        for (var i = 0; i < state.Retry.Count; i++)
        {
            if (ErrorMatch.Matches(state.Retry[i].ErrorEquals, error.Error, isOfBranch))
            {
                return i;
            }
        }

        return -1;
    }

    private static StateOutcome Caught(StateVisit visit, WorkState state, IWork work, StatesError error)
    {
        foreach (var catcher in state.Catch)
        {
            if (ErrorMatch.Matches(catcher.ErrorEquals, error.Error, work.HasBranches))
            {
                var data = error.ToData();
                var output = catcher.ResultPath?.Place(visit.Input, data) ?? visit.Input;
                return visit.Exit(work.Exited, output, data, catcher.Next, catcher.Assign, isFinal: true);
            }
        }

        return StateOutcome.Failed(error);
    }
}
