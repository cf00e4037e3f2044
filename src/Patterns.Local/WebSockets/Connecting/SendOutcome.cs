namespace Patterns.Local.WebSockets.Connecting;

/// <summary>What became of a message to a client.</summary>
internal enum SendOutcome
{
    Sent,
    Gone,
    Throttled,
}
