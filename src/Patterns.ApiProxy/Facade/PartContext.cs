using Patterns.Facade.Internal;

namespace Patterns.Facade;

/// <summary>What an attempt at a part gets.</summary>
public readonly struct PartContext
{
    private readonly PlanRun _run;
    private readonly PlanPart _part;

    internal PartContext(PlanRun run, PlanPart part, int attempt, CancellationToken cancellationToken)
    {
        _run = run;
        _part = part;
        Attempt = attempt;
        CancellationToken = cancellationToken;
    }

    /// <summary>Which attempt it is; the first one is 1.</summary>
    public int Attempt { get; }

    /// <summary>Cancelled when nobody waits any more. Whoever does not listen to it is not waited for.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The value of a part that this one needs.</summary>
    /// <exception cref="ArgumentException">This part does not name it among those that it needs.</exception>
    public TOther Value<TOther>(PlanPart<TOther> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return _part.Needs.Contains(part)
            ? (TOther)_run.OutcomeOf(part).Value!
            : throw new ArgumentException($"'{_part.Name}' does not say that it needs '{part.Name}'.", nameof(part));
    }
}
