namespace Patterns.FanOut.Internal;

/// <summary>The attributes of a row of the outbox. The first two are read from the table's stream, and filters may name them.</summary>
internal static class RowNames
{
    public const string State = "outboxState";
    public const string Aggregate = "outboxKey";
    public const string Created = "created";
    public const string Messages = "messages";

    /// <summary>Which of the messages is the next to be published.</summary>
    public const string Next = "next";

    /// <summary>How often that one has failed.</summary>
    public const string Attempts = "attempts";

    /// <summary>Which routes have that one.</summary>
    public const string Delivered = "delivered";

    /// <summary>Before when that one is not tried again.</summary>
    public const string NotBefore = "notBefore";

    public const string Pending = "pending";
    public const string Published = "published";
    public const string Dead = "dead";
    public const string Cause = "cause";
}
