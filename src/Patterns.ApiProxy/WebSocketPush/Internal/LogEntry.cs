namespace Patterns.WebSocketPush.Internal;

/// <summary>A message of a topic.</summary>
internal readonly record struct LogEntry(long Sequence, ReadOnlyMemory<byte> Data);
