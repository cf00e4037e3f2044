using Patterns.Outbound;

namespace Patterns.PipesAndFilters;

/// <summary>What a <see cref="FilterHandler{TIn, TOut}"/> is told of its pipes.</summary>
public sealed class FilterOptions
{
    /// <summary>The pipe behind the filter: the queue of the next filter, or where the pipeline's results go.</summary>
    public required IDestination Next { get; init; }

    /// <summary>The CloudEvents type of what the filter makes. Default: null, none.</summary>
    public string? OutputType { get; init; }

    /// <summary>How messages are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal FilterOptions Validated() => Next is null || Outbound is null
        ? throw new OptionsException(nameof(FilterOptions), [$"{nameof(Next)} and {nameof(Outbound)} must not be null."])
        : this;
}
