namespace Patterns.Firehose;

/// <summary>Records failed in a way that a retry may help: the invocation fails, so that Firehose sends the batch again.</summary>
public sealed class FirehoseBatchException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="recordIds">The records.</param>
    /// <param name="records">How many records the batch had.</param>
    /// <param name="innerException">The first failure.</param>
    public FirehoseBatchException(IReadOnlyList<string> recordIds, int records, Exception innerException)
        : base($"{recordIds?.Count} of {records} records failed and may succeed when the batch comes again. The first, {recordIds?[0]}: {innerException?.Message}", innerException) =>
        RecordIds = recordIds ?? [];

    /// <summary>The records, in the order of the batch.</summary>
    public IReadOnlyList<string> RecordIds { get; }
}
