namespace Patterns.TwoWayChain;

/// <summary>The message attributes of requests and replies. What belongs together has the same correlation id.</summary>
public static class ReplyAttributes
{
    /// <summary>On a request: where the reply goes, as the one who replies resolves it.</summary>
    public const string ReplyTo = "reply-to";

    /// <summary>On a request: until when the reply is of use, in ISO 8601.</summary>
    public const string Deadline = "reply-deadline";

    /// <summary>On a reply: <see cref="Succeeded"/>, or what became of the request instead, for example <see cref="Failed"/> or a saga's outcome.</summary>
    public const string Outcome = "reply-outcome";

    /// <summary>On a reply: what went wrong; absent when nothing did.</summary>
    public const string Error = "reply-error";

    /// <summary>The outcome of a request that was answered.</summary>
    public const string Succeeded = "Succeeded";

    /// <summary>The outcome of a request that cannot be answered.</summary>
    public const string Failed = "Failed";

    /// <summary>The outcome of a request that came after its deadline, and was not worked on.</summary>
    public const string Expired = "Expired";
}
