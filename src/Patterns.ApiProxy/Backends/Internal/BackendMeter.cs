using System.Diagnostics.Metrics;

namespace Patterns.Backends.Internal;

/// <summary>The instruments of backends of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class BackendMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("patterns.backend.requests", "{request}", "Requests to a backend, by the version of the contract that they name.");

    public static void Count(string backend, int? version, int status)
    {
        if (Requests.Enabled)
        {
            Requests.Add(1, new("backend", backend), new("version", version), new KeyValuePair<string, object?>("status", status));
        }
    }
}
