namespace Patterns.Backends;

/// <summary>How long addresses of a <see cref="ServiceDirectory"/> hold.</summary>
public sealed class ServiceDirectoryOptions
{
    /// <summary>The stage whose services these are; without <c>#</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>How long an address holds after it was registered. Register it again well before, at a third of it. Default: 3 minutes.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// How long an instance goes by what it has read; less than <see cref="Lease"/>. So much later at most it notices a new address. Default: 15 seconds.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How much clocks may differ: an address is not given out any more so long before its lease ends. Less than <see cref="Lease"/>. Default: 2 seconds.
    /// </summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the table may take; after that, what was read before is gone by as long as its leases hold. Default: 1 second.</summary>
    public TimeSpan TableTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The hosts whose addresses are registered and given out: <c>api.example.com</c> is that one, <c>.example.com</c> all below it. Default: null, for any,
    /// so that whoever writes the table is told who asks.
    /// </summary>
    public IReadOnlyList<string>? AllowedHosts { get; init; }

    internal bool IsAllowed(Uri address) => AllowedHosts is null || AllowedHosts.Any(host => host[0] == '.'
        ? address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)
        : address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));

    internal ServiceDirectoryOptions Validated()
    {
        var mistakes = Mistakes().ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ServiceDirectoryOptions), mistakes);
    }

    private IEnumerable<string> Mistakes()
    {
        if (Stage is null or { Length: 0 or > 200 } || Stage.Contains('#'))
        {
            yield return $"{nameof(Stage)} must have 1 to 200 characters without '#', but is '{Stage}'.";
        }

        foreach (var (name, value) in new[] { (nameof(Lease), Lease), (nameof(MaxAge), MaxAge), (nameof(TableTimeout), TableTimeout) })
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"{name} must be positive, but is {value}.";
            }
        }

        foreach (var host in AllowedHosts ?? [])
        {
            if (Uri.CheckHostName(host?.TrimStart('.') ?? "") == UriHostNameType.Unknown)
            {
                yield return $"{nameof(AllowedHosts)} must be names of hosts, but has '{host}'.";
            }
        }

        if (MaxAge >= Lease)
        {
            yield return $"{nameof(MaxAge)} must be less than {nameof(Lease)}, but is {MaxAge}.";
        }

        if (ClockSkew < TimeSpan.Zero || ClockSkew >= Lease)
        {
            yield return $"{nameof(ClockSkew)} must not be negative and less than {nameof(Lease)}, but is {ClockSkew}.";
        }
    }
}
