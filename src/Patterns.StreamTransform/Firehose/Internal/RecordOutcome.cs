namespace Patterns.Firehose.Internal;

/// <summary>What became of one record, ready for the reply.</summary>
/// <param name="Status">The status.</param>
/// <param name="Data">What is delivered, without Base64.</param>
/// <param name="PartitionKeys">The partition keys; null for none.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Exception">What was thrown; null where nothing was.</param>
internal sealed record RecordOutcome(
    FirehoseStatus Status,
    byte[]? Data = null,
    IReadOnlyDictionary<string, string>? PartitionKeys = null,
    string? Reason = null,
    Exception? Exception = null)
{
    public static readonly RecordOutcome Dropped = new(FirehoseStatus.Dropped);

    public static RecordOutcome Failed(string reason, Exception? exception = null) => new(FirehoseStatus.ProcessingFailed, Reason: reason, Exception: exception);
}
