using System.Diagnostics.Metrics;

namespace Patterns.Windows.Internal;

/// <summary>The windows' instruments of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal sealed class WindowMeter(string name)
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Late =
        Meter.CreateCounter<long>("patterns.windows.late", "{record}", "Records that happened before the window in which they arrived, or whose window was over.");

    private static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("patterns.windows.duplicates", "{record}", "Records that were in a state already.");

    private static readonly Counter<long> Closed =
        Meter.CreateCounter<long>("patterns.windows.closed", "{window}", "Windows, and parts of them, whose results were published.");

    private static readonly Counter<long> Spilled =
        Meter.CreateCounter<long>("patterns.windows.spilled", "{state}", "States that were written to the table.");

    private static readonly Counter<long> Diverted =
        Meter.CreateCounter<long>("patterns.windows.diverted", "{result}", "Results that their destination refuses for good and the failure destination has.");

    public void CountLate(int count = 1) => Count(Late, count);

    public void CountDuplicates(int count = 1) => Count(Duplicates, count);

    public void CountClosed(int count = 1) => Count(Closed, count);

    public void CountDiverted(int count) => Count(Diverted, count);

    public void CountSpilled() => Count(Spilled, 1);

    private void Count(Counter<long> counter, int count)
    {
        if (counter.Enabled && count > 0)
        {
            counter.Add(count, new KeyValuePair<string, object?>("window", name));
        }
    }
}
