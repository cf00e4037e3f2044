namespace Patterns.TwoWayChain.Internal;

/// <summary>The attributes of a stored request.</summary>
internal static class RequestNames
{
    public const string State = "state";
    public const string Request = "request";
    public const string OpenedAt = "openedAt";
    public const string Deadline = "deadline";
    public const string Outcome = "outcome";
    public const string Reply = "reply";
    public const string Error = "error";
    public const string Delivered = "delivered";
    public const string LateOutcome = "lateOutcome";
    public const string LateReply = "lateReply";
    public const string LateAt = "lateAt";
}
