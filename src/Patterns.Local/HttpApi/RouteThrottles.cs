using System.Collections.Concurrent;

namespace Patterns.Local.HttpApi;

/// <summary>The throttles of a stage. Each route has a bucket of its own, also where the stage's default applies.</summary>
/// <param name="settingOf">The throttle of a route, by its key; null when it has none.</param>
internal sealed class RouteThrottles(Func<string, Throttle?> settingOf, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TokenBucket?> _buckets = new(StringComparer.Ordinal);

    public bool Admits(string routeKey) => _buckets.GetOrAdd(routeKey, Bucket)?.TryTake() != false;

    private TokenBucket? Bucket(string key) => settingOf(key) is { } throttle ? new TokenBucket(throttle, time) : null;
}
