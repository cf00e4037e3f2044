using Patterns.Facade.Internal;

namespace Patterns.Facade;

/// <summary>What became of the parts of a plan whose mandatory parts are all there.</summary>
public sealed class PlanResult
{
    private readonly IReadOnlyDictionary<PlanPart, PartOutcome> _outcomes;

    internal PlanResult(CallPlan plan, IReadOnlyDictionary<PlanPart, PartOutcome> outcomes)
    {
        Plan = plan;
        _outcomes = outcomes;
        Reports = [.. plan.Parts.Select(part => outcomes[part].Report)];
    }

    /// <summary>What became of each part, in the order of the plan.</summary>
    public IReadOnlyList<PartReport> Reports { get; }

    /// <summary>Whether all parts are fresh or cached.</summary>
    public bool IsComplete => Reports.All(report => report.State is PartState.Fresh or PartState.Cached);

    internal CallPlan Plan { get; }

    /// <summary>Whether the part has a value, and which.</summary>
    public bool TryGetValue<T>(PlanPart<T> part, out T? value)
    {
        ArgumentNullException.ThrowIfNull(part);
        var outcome = _outcomes[part];
        value = outcome.Report.State == PartState.Missing ? default : (T?)outcome.Value;
        return outcome.Report.State != PartState.Missing;
    }

    /// <summary>The part's value; null, or the default of its type, when it is missing.</summary>
    public T? ValueOrDefault<T>(PlanPart<T> part) => TryGetValue(part, out var value) ? value : default;

    internal PartOutcome OutcomeOf(PlanPart part) => _outcomes[part];
}
