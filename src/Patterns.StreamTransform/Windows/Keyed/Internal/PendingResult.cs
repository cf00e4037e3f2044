namespace Patterns.Windows.Internal;

/// <summary>A result that is written down with the state and not known to have been sent.</summary>
internal sealed record PendingResult(string Id, ReadOnlyMemory<byte> Body, string Key, DateTimeOffset Time);
