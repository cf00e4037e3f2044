using System.Diagnostics.Metrics;

namespace Patterns.Cqrs.Internal;

/// <summary>The queries' instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class QueryMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Histogram<double> Waited =
        Meter.CreateHistogram<double>("patterns.queries.waited", "s", "How long a query with a token waited for a view.");

    private static readonly Counter<long> Behind =
        Meter.CreateCounter<long>("patterns.queries.behind", "{query}", "Queries that waited in vain.");

    public static void Record(string viewName, TimeSpan waited, bool isBehind)
    {
        var tag = new KeyValuePair<string, object?>("view", viewName);
        Waited.Record(waited.TotalSeconds, tag);
        if (isBehind)
        {
            Behind.Add(1, tag);
        }
    }
}
