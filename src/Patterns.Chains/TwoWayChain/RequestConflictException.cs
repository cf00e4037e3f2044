namespace Patterns.TwoWayChain;

/// <summary>A request's id was used before for another request. What was asked first stays.</summary>
public sealed class RequestConflictException : NonRetryableException
{
    internal RequestConflictException(string requestId)
        : base($"Request '{requestId}' was made before with other content; the first one stays.") => RequestId = requestId;

    /// <summary>The request.</summary>
    public string RequestId { get; }
}
