using Patterns.Outbound;

namespace Patterns;

/// <summary>What a <see cref="RecordHandler{TMessage}"/> may be told. The defaults are right for most handlers.</summary>
public sealed class RecordHandlerOptions
{
    /// <summary>How many records, or groups or keys of an ordered source, are handled at a time. Default: 10.</summary>
    public int MaxParallelism { get; init; } = 10;

    /// <summary>
    /// Whether all records of a FIFO queue or a stream run one after the other, whatever their keys, so that a failed one holds all
    /// behind it. Default: false.
    /// </summary>
    public bool OneAfterTheOther { get; init; }

    /// <summary>
    /// How much of the invocation's time is kept back to report. No record is started in it, running ones are cancelled when
    /// it begins, and those still running at its half are given up and reported. Default: 1 second; never more than a fifth
    /// of the time that remains when the invocation starts.
    /// </summary>
    public TimeSpan DeadlineReserve { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether handlers block their thread instead of awaiting. They then run on another one, so that they cannot keep the
    /// invocation from reporting in time, which costs a few microseconds an invocation. Without it, a handler that blocks until
    /// the platform ends the function sends the whole batch back. Default: false.
    /// </summary>
    public bool BlockingHandlers { get; init; }

    /// <summary>
    /// Where records go that no retry can help: those that cannot be decoded and those whose failure
    /// <see cref="IsNonRetryable"/>. Once there, they count as handled. Default: null, and they are reported as failed.
    /// </summary>
    public IDestination? FailureDestination { get; init; }

    /// <summary>Tells failures that no retry can help. Default: <see cref="NonRetryableException"/> and what derives from it.</summary>
    public Func<Exception, bool> IsNonRetryable { get; init; } = static exception => exception is NonRetryableException;

    /// <summary>
    /// Whether the message is taken out of SNS notifications, EventBridge events and structured CloudEvents that are
    /// themselves the body of a queue or stream record. Default: true.
    /// </summary>
    public bool UnwrapEnvelopes { get; init; } = true;

    /// <summary>
    /// Whether the event source mapping has <c>ReportBatchItemFailures</c>. Without it the service takes a partial reply for
    /// success and deletes the failed records; set this to false to have a failed record fail the whole batch. Default: true.
    /// </summary>
    public bool ReportBatchItemFailures { get; init; } = true;

    /// <summary>
    /// The partition key attribute of the table behind a DynamoDB stream. Needed for parallelism when the table's key has
    /// two attributes, since a record does not tell which is which; without it such records run one after the other.
    /// Default: null.
    /// </summary>
    public string? PartitionKeyName { get; init; }

    /// <summary>The clock by which the deadline is kept. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal RecordHandlerOptions Validated()
    {
        var mistakes = new List<string>();
        if (MaxParallelism < 1)
        {
            mistakes.Add($"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}.");
        }

        if (DeadlineReserve < TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(DeadlineReserve)} must not be negative, but is {DeadlineReserve}.");
        }

        if (PartitionKeyName is "")
        {
            mistakes.Add($"{nameof(PartitionKeyName)} must be null or the name of an attribute, but is empty.");
        }

        if (IsNonRetryable is null)
        {
            mistakes.Add($"{nameof(IsNonRetryable)} must not be null.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(RecordHandlerOptions), mistakes);
    }
}
