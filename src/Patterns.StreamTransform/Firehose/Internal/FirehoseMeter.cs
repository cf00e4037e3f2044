using System.Diagnostics.Metrics;

namespace Patterns.Firehose.Internal;

/// <summary>The instruments of Firehose transformations, in the meter <c>Patterns</c>.</summary>
internal static class FirehoseMeter
{
    private static readonly Meter s_meter = new("Patterns");

    private static readonly Counter<long> s_records =
        s_meter.CreateCounter<long>("patterns.firehose.records", "{record}", "Records by what Firehose was told of them: ok, dropped or failed.");

    public static void Count(int ok, int dropped, int failed)
    {
        if (s_records.Enabled)
        {
            Count("ok", ok);
            Count("dropped", dropped);
            Count("failed", failed);
        }
    }

    private static void Count(string result, int count)
    {
        if (count > 0)
        {
            s_records.Add(count, new KeyValuePair<string, object?>("result", result));
        }
    }
}
