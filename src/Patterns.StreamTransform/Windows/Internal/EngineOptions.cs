namespace Patterns.Windows.Internal;

/// <summary>A handler's options as a fold over a shard needs them.</summary>
internal static class EngineOptions
{
    public static RecordHandlerOptions InOneLane(this RecordHandlerOptions options) => new()
    {
        OneAfterTheOther = true,
        MaxParallelism = options.MaxParallelism,
        DeadlineReserve = options.DeadlineReserve,
        BlockingHandlers = options.BlockingHandlers,
        FailureDestination = options.FailureDestination,
        IsNonRetryable = options.IsNonRetryable,
        UnwrapEnvelopes = options.UnwrapEnvelopes,
        ReportBatchItemFailures = options.ReportBatchItemFailures,
        PartitionKeyName = options.PartitionKeyName,
        Time = options.Time,
    };
}
