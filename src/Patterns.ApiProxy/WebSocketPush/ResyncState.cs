namespace Patterns.WebSocketPush;

/// <summary>How a resync ended.</summary>
public enum ResyncState
{
    /// <summary>The client has all messages that there are.</summary>
    UpToDate,

    /// <summary>The client is too far behind, or ahead of the topic: it was told to load the state anew, and goes on from the last message.</summary>
    Reload,

    /// <summary>A message could not be sent: the client is gone, too slow or throttled, and asks again.</summary>
    Interrupted,
}
