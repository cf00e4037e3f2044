using Patterns.FanIn;
using Patterns.Outbound;

namespace Patterns.DataProcessing;

/// <summary>What all handlers that work on the parts of jobs are told alike.</summary>
public sealed class JobOptions
{
    /// <summary>
    /// Where parts and their results are kept. Its <see cref="FanInStoreOptions.Timeout"/> is the time that a job has, and its
    /// <see cref="FanInStoreOptions.Retention"/> is how long a finished one is known.
    /// </summary>
    public required FanInStore Store { get; init; }

    /// <summary>The queue of the <see cref="ReduceHandler{TPartResult, TResult}"/>.</summary>
    public required IDestination Reducer { get; init; }

    /// <summary>How messages are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal JobOptions Validated() => Store is null || Reducer is null || Outbound is null
        ? throw new OptionsException(nameof(JobOptions), [$"{nameof(Store)}, {nameof(Reducer)} and {nameof(Outbound)} must not be null."])
        : this;
}
