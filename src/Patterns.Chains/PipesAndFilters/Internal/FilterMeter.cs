using System.Diagnostics.Metrics;

namespace Patterns.PipesAndFilters.Internal;

/// <summary>The instruments of filters of the meter <c>Patterns</c>, by filter; free of cost while nobody listens.</summary>
internal static class FilterMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> In =
        Meter.CreateCounter<long>("patterns.filter.in", "{message}", "Messages that a filter began with.");

    private static readonly Counter<long> Out =
        Meter.CreateCounter<long>("patterns.filter.out", "{message}", "Messages that a filter made.");

    private static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("patterns.filter.failed", "{message}", "Messages that a filter's function failed with, tries that are made again included.");

    public static void CountIn(string filter) => Count(In, filter);

    public static void CountOut(string filter) => Count(Out, filter);

    public static void CountFailed(string filter) => Count(Failed, filter);

    private static void Count(Counter<long> counter, string filter)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("filter", filter));
        }
    }
}
