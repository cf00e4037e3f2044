using Patterns.FanIn;
using Patterns.Outbound;

namespace Patterns.DataProcessing;

/// <summary>What a <see cref="ReduceHandler{TPartResult, TResult}"/> is told.</summary>
public sealed class ReduceOptions
{
    /// <summary>Where parts and their results are kept: a store of the same options as the mapper's.</summary>
    public required FanInStore Store { get; init; }

    /// <summary>Where the job's result goes.</summary>
    public required IDestination Results { get; init; }

    /// <summary>The CloudEvents type of results. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of results. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>How results are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal ReduceOptions Validated() => Store is null || Results is null || Outbound is null
        ? throw new OptionsException(nameof(ReduceOptions), [$"{nameof(Store)}, {nameof(Results)} and {nameof(Outbound)} must not be null."])
        : this;
}
