namespace Patterns.PipesAndFilters.Tests;

/// <summary>A filter as a function between two pipes.</summary>
internal sealed class NumberFilter(Filter<int, int> filter, IDestination next, Action<RecordPipeline<int>>? pipeline = null, IDestination? failures = null)
    : FilterHandler<int, int>(
        filter,
        NumberJson.Default.Int32,
        NumberJson.Default.Int32,
        new FilterOptions { Next = next, OutputType = "number", Outbound = new OutboundOptions { MaxAttempts = 1 } },
        new RecordHandlerOptions { FailureDestination = failures },
        pipeline);
