using Amazon.Lambda.Core;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Facade.Internal;

/// <summary>Runs a plan, tells what became of its parts, and makes the reply.</summary>
internal static class PlanAnswer
{
    /// <returns>What <paramref name="compose"/> makes of the result, or the problem of a missing mandatory part.</returns>
    public static async ValueTask<ApiReply> OfAsync(
        CallPlan plan,
        Func<PlanResult, ApiReply> compose,
        TimeBudget budget,
        FacadeOptions options,
        string requestId,
        ILambdaLogger? logger)
    {
        using var run = new PlanRun(plan, budget, options);
        var outcomes = await run.RunAsync().ConfigureAwait(false);
        foreach (var outcome in outcomes.Values)
        {
            FacadeMeter.CountPart(options.Name, outcome.Report);
            FacadeLog.Part(logger, requestId, outcome);
        }

        return MissingParts.Problem(plan, outcomes) is { } problem ? problem.ToReply() : compose(new PlanResult(plan, outcomes));
    }
}
