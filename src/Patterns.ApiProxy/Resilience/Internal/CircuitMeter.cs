using System.Diagnostics.Metrics;

namespace Patterns.Resilience.Internal;

/// <summary>The instruments of circuits of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class CircuitMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Opened = Meter.CreateCounter<long>("patterns.circuit.opened", "{circuit}", "Circuits that opened.");

    public static void CountOpened(string name)
    {
        if (Opened.Enabled)
        {
            Opened.Add(1, new KeyValuePair<string, object?>("name", name));
        }
    }
}
