namespace Patterns.Outbound;

/// <summary>An entry that a destination did not take.</summary>
/// <param name="Envelope">The entry.</param>
/// <param name="Code">The service's error code, or one of <see cref="SendFailureCodes"/>.</param>
/// <param name="Message">What the service said.</param>
/// <param name="IsRetryable">Whether sending it again may help: false for what is wrong with the entry itself.</param>
public sealed record SendFailure(Envelope Envelope, string Code, string? Message, bool IsRetryable)
{
    /// <summary>What the request as a whole failed with, or null.</summary>
    public Exception? Exception { get; init; }
}
