using Amazon;

namespace Patterns.Aws.Internal;

/// <summary>One client for each Region, made when it is first needed.</summary>
internal sealed class RegionalClients<TClient>(Func<TClient> create, Func<RegionEndpoint, TClient> createFor)
{
    private const string OfTheEnvironment = "";
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TClient> _byRegion = new(StringComparer.Ordinal);

    /// <summary>The client for a Region; for null, that of the environment's Region.</summary>
    public TClient For(string? region)
    {
        lock (_lock)
        {
            if (!_byRegion.TryGetValue(region ?? OfTheEnvironment, out var client))
            {
                client = region is null ? create() : createFor(RegionEndpoint.GetBySystemName(region));
                _byRegion.Add(region ?? OfTheEnvironment, client);
            }

            return client;
        }
    }
}
