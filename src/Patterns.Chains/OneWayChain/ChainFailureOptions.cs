using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>What a <see cref="ChainFailureHandler"/> is told.</summary>
public sealed class ChainFailureOptions
{
    /// <summary>Where failure records go.</summary>
    public required IDestination Failures { get; init; }

    /// <summary>
    /// The steps' names, by the name of the dead-letter queue or of the function that the failures come from. One that is not
    /// here is called as the queue or function. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Steps { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How messages are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal ChainFailureOptions Validated() => Failures is null || Steps is null || Outbound is null
        ? throw new OptionsException(nameof(ChainFailureOptions), [$"{nameof(Failures)}, {nameof(Steps)} and {nameof(Outbound)} must not be null."])
        : this;

    internal string StepOf(string name) => Steps.GetValueOrDefault(name, name);
}
