namespace Patterns.Backends.Internal;

/// <summary>What an instance has read of a service. Immutable.</summary>
internal sealed record KnownService(IReadOnlyList<ServiceLease> Leases, DateTimeOffset ReadAt)
{
    /// <summary>How long it is not looked for again that was nowhere.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>One that is registered and not allowed; null when there is none.</summary>
    public Uri? Refused { get; init; }

    public bool IsToBeRead { get; private init; }

    /// <summary>How often something of it was suspected, so that a read knows what came after it began.</summary>
    public long Suspicions { get; private init; }

    /// <summary>Where it could not be reached, since it was registered so.</summary>
    private IReadOnlyList<ServiceLease> Suspects { get; init; } = [];

    /// <summary>When it should have been read, and the table did not answer.</summary>
    private DateTimeOffset? TriedAt { get; init; }

    /// <summary>A clock that went back makes it old, too.</summary>
    public bool IsOld(DateTimeOffset now, TimeSpan maxAge, bool isSomewhere) =>
        IsToBeRead || (now - (TriedAt ?? ReadAt)).Duration() >= (isSomewhere || maxAge < Pause ? maxAge : Pause) || now < ReadAt;

    /// <summary>The same, to be read again, and with an address that is the last choice.</summary>
    public KnownService Without(Uri address) => this with
    {
        IsToBeRead = true,
        Suspicions = Suspicions + 1,
        Suspects = [.. Suspects.Union(Leases.Where(lease => lease.Address == address))],
    };

    /// <summary>The same, not to be read again at once, unless something was suspected after the read began.</summary>
    /// <param name="now">When it was known that the table does not answer.</param>
    /// <param name="suspicions">Those from before the read.</param>
    public KnownService Tried(DateTimeOffset now, long suspicions) => this with { IsToBeRead = Suspicions > suspicions, TriedAt = now };

    /// <summary>The same with what is suspected of another; a lease that was renewed is not suspected any more.</summary>
    /// <param name="other">What was known before.</param>
    /// <param name="suspicions">Those from before the read.</param>
    public KnownService After(KnownService other, long suspicions) => this with
    {
        IsToBeRead = other.Suspicions > suspicions,
        Suspicions = other.Suspicions,
        Suspects = [.. Leases.Intersect(other.Suspects)],
    };

    /// <summary>One of the addresses that hold at a time, by their weights; suspects when there is nothing else.</summary>
    public Uri? Pick(DateTimeOffset at)
    {
        var alive = Leases.Where(lease => lease.Until > at).ToList();
        var good = alive.Except(Suspects).ToList();
        return Pick(good.Count > 0 ? good : alive)?.Address;
    }

    private static ServiceLease? Pick(List<ServiceLease> leases)
    {
        var left = Random.Shared.NextInt64(Math.Max(1, leases.Sum(lease => (long)lease.Weight)));
        return leases.Find(lease => (left -= lease.Weight) < 0);
    }
}
