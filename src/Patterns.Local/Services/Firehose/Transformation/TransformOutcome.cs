namespace Patterns.Local.Services.Firehose.Transformation;

/// <summary>What a batch came to: the reply, or why there is none.</summary>
/// <param name="Reply">The reply; null when the whole batch failed.</param>
/// <param name="Failure">Why the whole batch failed; null when there is a reply.</param>
/// <param name="Attempts">How many invocations it took.</param>
internal sealed record TransformOutcome(TransformReply? Reply, TransformFailure? Failure, int Attempts);
