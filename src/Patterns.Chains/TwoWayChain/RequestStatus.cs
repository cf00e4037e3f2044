namespace Patterns.TwoWayChain;

/// <summary>How a request stands. What is not <see cref="RequestState.Pending"/> never changes any more.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reply">The reply that succeeded; null otherwise.</param>
/// <typeparam name="TReply">The reply's type.</typeparam>
public sealed record RequestStatus<TReply>(string RequestId, RequestState State, TReply? Reply)
    where TReply : class
{
    /// <summary>What the reply calls its outcome, for example a saga's <c>Compensated</c>; null without a reply.</summary>
    public string? Outcome { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>When the request was made.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Until when a reply counts.</summary>
    public DateTimeOffset Deadline { get; init; }

    /// <summary>The first reply that came after the time-out; null when none did. It changes nothing.</summary>
    public LateReply? Late { get; init; }
}
