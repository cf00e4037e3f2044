namespace Patterns;

/// <summary>A record that its source must deliver again.</summary>
/// <param name="Id">The identifier at the source.</param>
/// <param name="Reason">Why it is reported.</param>
/// <param name="Exception">What the decoder or the handler threw; null when it did not come to that.</param>
public readonly record struct RecordFailure(string Id, FailureReason Reason, Exception? Exception);
