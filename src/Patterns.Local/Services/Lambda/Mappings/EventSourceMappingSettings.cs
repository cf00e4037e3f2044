namespace Patterns.Local.Services.Lambda.Mappings;

/// <summary>How a mapping reads its source. Immutable: a change makes a new value.</summary>
/// <param name="Function">The function that gets the batches.</param>
/// <param name="EventSourceArn">The queue or stream.</param>
internal sealed record EventSourceMappingSettings(RegisteredFunction Function, string EventSourceArn)
{
    /// <summary>Null takes the default of the source.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How long to gather a batch. Default none.</summary>
    public TimeSpan BatchingWindow { get; init; }

    /// <summary>Patterns of which one must match; empty takes everything.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Whether the function's reply says which records failed.</summary>
    public bool ReportsBatchItemFailures { get; init; }

    /// <summary>2 to 1,000; null leaves it to the function's own concurrency.</summary>
    public int? MaximumConcurrency { get; init; }

    /// <summary>What only streams have.</summary>
    public StreamMappingSettings Stream { get; init; } = StreamMappingSettings.None;

    public bool IsEnabled { get; init; } = true;
}
