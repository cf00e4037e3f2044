using Patterns.Http;

namespace Patterns.Facade.Internal;

/// <summary>The problem that a missing mandatory part is.</summary>
internal static class MissingParts
{
    /// <summary>The problem of the part that was missing first; null when all mandatory parts are there.</summary>
    public static Problem? Problem(CallPlan plan, IReadOnlyDictionary<PlanPart, PartOutcome> outcomes)
    {
        var missing = plan.Parts.Where(part => part.IsMandatory).Select(part => outcomes[part]).Where(outcome => !outcome.IsThere).ToList();
        var cause = missing.Find(outcome => outcome.Report.Reason is not (MissingReason.Abandoned or MissingReason.DependencyMissing)) ?? missing.FirstOrDefault();
        return cause is null ? null : Of(Cause(plan, outcomes, cause)).With("part", cause.Report.Name);
    }

    /// <summary>What a dependency lacks is why the part is missing.</summary>
    private static PartOutcome Cause(CallPlan plan, IReadOnlyDictionary<PlanPart, PartOutcome> outcomes, PartOutcome outcome)
    {
        while (outcome.Report.Reason == MissingReason.DependencyMissing)
        {
            outcome = plan.Parts.First(part => part.Name == outcome.Report.Name).Needs.Select(need => outcomes[need]).First(need => !need.IsThere);
        }

        return outcome;
    }

    private static Problem Of(PartOutcome outcome) => outcome switch
    {
        { Failure: ProblemException exception } => exception.Problem,
        { Report.Reason: MissingReason.OutOfTime or MissingReason.BeingRefreshed } => Problems.OutOfTime(),
        { Failure: Resilience.CircuitOpenException open } => Problems.CircuitOpen(open.RetryAfter),
        _ => Problems.BadAnswer(),
    };
}
