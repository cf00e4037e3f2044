namespace Patterns.Connections;

/// <summary>What became of a message to a client.</summary>
public enum PushOutcome
{
    /// <summary>The service took it for an open connection.</summary>
    Sent,

    /// <summary>The client is not connected any more, and never will be under this id.</summary>
    Gone,

    /// <summary>There are too many messages now; this one was not sent and may be later.</summary>
    Throttled,

    /// <summary>The message is larger than a client can get, and was not sent.</summary>
    TooLarge,
}
