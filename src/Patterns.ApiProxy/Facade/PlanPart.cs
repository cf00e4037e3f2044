using System.Text.Json;
using Patterns.Facade.Internal;

namespace Patterns.Facade;

/// <summary>A part of a plan.</summary>
public abstract class PlanPart
{
    private protected PlanPart(string name, IReadOnlyList<PlanPart> needs)
    {
        Name = name;
        Needs = needs;
    }

    /// <summary>The name, in the reply and where it is missing.</summary>
    public string Name { get; }

    /// <summary>The parts whose values it needs; it begins when all are there.</summary>
    public IReadOnlyList<PlanPart> Needs { get; }

    internal abstract bool IsMandatory { get; }

    internal abstract Task<PartOutcome> RunAsync(PlanRun run, CancellationToken cancellationToken);

    /// <summary>The outcome of a part that is not asked for.</summary>
    internal abstract PartOutcome Without(PlanRun run, MissingReason reason);

    internal abstract void Write(Utf8JsonWriter writer, object? value);
}
