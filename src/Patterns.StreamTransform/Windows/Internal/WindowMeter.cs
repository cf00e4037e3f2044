using System.Diagnostics.Metrics;

namespace Patterns.Windows.Internal;

/// <summary>The windows' instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal sealed class WindowMeter(string name)
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Late =
        Meter.CreateCounter<long>("patterns.windows.late", "{record}", "Records that happened before the window in which they arrived.");

    private static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("patterns.windows.duplicates", "{record}", "Records that were in a state already.");

    private static readonly Counter<long> Closed =
        Meter.CreateCounter<long>("patterns.windows.closed", "{window}", "Windows, and parts of them, whose results were published.");

    private static readonly Counter<long> Spilled =
        Meter.CreateCounter<long>("patterns.windows.spilled", "{state}", "States that were written to the table.");

    public void CountLate() => Count(Late);

    public void CountDuplicate() => Count(Duplicates);

    public void CountClosed() => Count(Closed);

    public void CountSpilled() => Count(Spilled);

    private void Count(Counter<long> counter)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>("window", name));
        }
    }
}
