namespace Patterns.Backends.Internal;

/// <summary>What an instance has read of a service. Immutable.</summary>
internal sealed record KnownService(IReadOnlyList<ServiceLease> Leases, DateTimeOffset ReadAt)
{
    /// <summary>Where it could not be reached, since it was registered so.</summary>
    private IReadOnlyList<ServiceLease> Suspects { get; init; } = [];

    private bool IsToBeRead { get; init; }

    /// <summary>When it should have been read, and the table did not answer.</summary>
    private DateTimeOffset? TriedAt { get; init; }

    /// <summary>A clock that went back makes it old, too.</summary>
    public bool IsOld(DateTimeOffset now, TimeSpan maxAge) => IsToBeRead || (now - (TriedAt ?? ReadAt)).Duration() >= maxAge || now < ReadAt;

    public bool IsNewerThan(KnownService other) => !IsToBeRead && ReadAt > other.ReadAt;

    /// <summary>The same, to be read again, and with an address that is the last choice.</summary>
    public KnownService Without(Uri address) => this with { IsToBeRead = true, Suspects = [.. Suspects.Union(Leases.Where(lease => lease.Address == address))] };

    /// <summary>The same, not to be read again at once.</summary>
    public KnownService Tried(DateTimeOffset now) => this with { IsToBeRead = false, TriedAt = now };

    /// <summary>The same with what is suspected of another; a lease that was renewed is not suspected any more.</summary>
    public KnownService Suspecting(KnownService other) => this with { Suspects = [.. Leases.Intersect(other.Suspects)] };

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
