using System.Diagnostics.Metrics;

namespace Patterns.OneWayChain.Internal;

/// <summary>The instruments of chains of the meter <c>Patterns</c>, by step; free of cost while nobody listens.</summary>
internal static class ChainMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> HandedOn =
        Meter.CreateCounter<long>("patterns.chain.handed_on", "{message}", "Messages that a step handed on to the next one.");

    private static readonly Counter<long> Completed =
        Meter.CreateCounter<long>("patterns.chain.completed", "{message}", "Chains that a last step brought to their end.");

    private static readonly Counter<long> Failed =
        Meter.CreateCounter<long>("patterns.chain.failed", "{message}", "Failure records that were written.");

    public static void CountDone(string step, bool isLast) => Count(isLast ? Completed : HandedOn, step);

    public static void CountFailed(string step) => Count(Failed, step);

    private static void Count(Counter<long> counter, string step)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("step", step));
        }
    }
}
