using Patterns.Idempotency.Internal;
using Patterns.Tables;

namespace Patterns.Idempotency;

/// <summary>What the code inside an <see cref="IdempotentCall"/> gets.</summary>
public sealed class IdempotentCallContext
{
    internal IdempotentCallContext(Claim claim, CancellationToken cancellationToken)
    {
        Claim = claim;
        CancellationToken = cancellationToken;
    }

    /// <summary>The idempotency key.</summary>
    public string Key => Claim.Key;

    /// <summary>The caller's token.</summary>
    public CancellationToken CancellationToken { get; }

    internal Claim Claim { get; }

    /// <summary>
    /// Adds a write that takes effect in the same transaction that stores the result, so that both happen or neither does. When its
    /// condition does not hold, the call fails with an <see cref="EnlistedWriteRefusedException"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The code has ended, or has enlisted as many writes as a transaction can have.</exception>
    /// <exception cref="ArgumentException">A write of the same item is enlisted already.</exception>
    public void Enlist(TableWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Claim.Enlist(attempt: null, write);
    }
}
