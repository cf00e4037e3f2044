using System.Diagnostics.Metrics;

namespace Patterns.Proxy.Internal;

/// <summary>The instruments of proxies of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class ProxyMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("patterns.proxy.requests", "{request}", "Requests that a proxy answered.");

    public static void Count(string backend, int status)
    {
        if (Requests.Enabled)
        {
            Requests.Add(1, new("backend", backend), new KeyValuePair<string, object?>("status", status));
        }
    }
}
