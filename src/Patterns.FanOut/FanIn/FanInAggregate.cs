namespace Patterns.FanIn;

/// <summary>An aggregate with its parts.</summary>
/// <typeparam name="TPart">The parts' type.</typeparam>
public sealed class FanInAggregate<TPart> : FanInSummary
{
    internal FanInAggregate(
        string correlationId,
        FanInOutcome outcome,
        int? expected,
        IReadOnlyList<string> missing,
        IReadOnlyList<FanInPart<TPart>> parts)
        : base(correlationId, outcome, parts.Count, expected, missing) => Parts = parts;

    /// <summary>The parts, in the order of <see cref="FanInOptions{TPart}.Order"/>.</summary>
    public IReadOnlyList<FanInPart<TPart>> Parts { get; }
}
