namespace Patterns.Facade.Internal;

/// <summary>A value of the cache that may still be served.</summary>
internal sealed record CacheEntry(ReadOnlyMemory<byte> Value, TimeSpan Age, bool IsFresh);
