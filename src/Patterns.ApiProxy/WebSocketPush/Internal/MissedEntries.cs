namespace Patterns.WebSocketPush.Internal;

/// <summary>What a client missed.</summary>
/// <param name="Entries">One after the other, from the one after the last that the client has; none when that is not there any more.</param>
/// <param name="Last">The topic's last message.</param>
/// <param name="IsComplete">Whether with them the client has all.</param>
internal readonly record struct MissedEntries(IReadOnlyList<LogEntry> Entries, long Last, bool IsComplete);
