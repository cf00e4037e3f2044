namespace Patterns.Idempotency.Internal;

/// <summary>How an attempt stands to its key.</summary>
internal enum ClaimStatus
{
    /// <summary>Not asked for yet.</summary>
    Open,

    /// <summary>Ours, as far as we know.</summary>
    Held,

    /// <summary>Somebody else's, who has a lease.</summary>
    Busy,

    /// <summary>Completed, or to be treated as if it were.</summary>
    Done,

    /// <summary>Cannot be had; see <see cref="Claim.Failure"/>.</summary>
    Failed,

    /// <summary>Was ours, and is somebody else's or nobody's now.</summary>
    Lost,
}
