using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>What a table says of a key.</summary>
internal sealed record StoredClaim(string Owner, bool IsDone, DateTimeOffset StartedAt, DateTimeOffset LeaseUntil, byte[]? Digest)
{
    public ReadOnlyMemory<byte>? Result { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the payload is another one, as far as both sides know theirs.</summary>
    public bool Differs(byte[]? digest) => Digest is not null && digest is not null && !Digest.AsSpan().SequenceEqual(digest);
}
