namespace Patterns.Idempotency.Internal;

/// <summary>What the process remembers of a completed key.</summary>
internal sealed record CompletedKey(byte[]? Digest, ReadOnlyMemory<byte>? Result, DateTimeOffset ExpiresAt);
