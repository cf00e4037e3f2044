using System.Diagnostics.Metrics;

namespace Patterns.Periodical.Internal;

/// <summary>The instrument of periodical work of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class PeriodicalMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Ticks = Meter.CreateCounter<long>("patterns.periodical.ticks", "{tick}", "Ticks that were run, by outcome.");

    public static void CountTick(string name, TickOutcome outcome)
    {
        if (Ticks.Enabled)
        {
            Ticks.Add(1, new("name", name), new("outcome", outcome.ToString()));
        }
    }
}
