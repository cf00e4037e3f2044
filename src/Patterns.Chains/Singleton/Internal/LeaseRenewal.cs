namespace Patterns.Singleton.Internal;

/// <summary>What became of a renewal.</summary>
/// <param name="IsHeld">Whether the lease is still its owner's.</param>
/// <param name="ValidFor">For how long from now; null when its end stays where it was.</param>
internal readonly record struct LeaseRenewal(bool IsHeld, TimeSpan? ValidFor)
{
    /// <summary>Another owner has the lease, or nobody.</summary>
    public static LeaseRenewal Lost => default;

    /// <summary>The lease is held, and ends when it would have ended.</summary>
    public static LeaseRenewal Refused => new(true, null);

    public static LeaseRenewal Until(TimeSpan validFor) => new(true, validFor);
}
