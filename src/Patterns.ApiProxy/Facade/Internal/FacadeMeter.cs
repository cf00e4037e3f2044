using System.Diagnostics.Metrics;

namespace Patterns.Facade.Internal;

/// <summary>The instruments of facades of the meter <c>Patterns</c>; free of cost while nobody listens.</summary>
internal static class FacadeMeter
{
    private static readonly Meter Meter = new("Patterns");

    private static readonly Counter<long> Replies = Meter.CreateCounter<long>("patterns.facade.replies", "{reply}", "Replies of a facade.");

    private static readonly Counter<long> Parts = Meter.CreateCounter<long>("patterns.facade.parts", "{part}", "Parts of replies, by what became of them.");

    public static void CountReply(string facade, int status)
    {
        if (Replies.Enabled)
        {
            Replies.Add(1, new("facade", facade), new KeyValuePair<string, object?>("status", status));
        }
    }

    public static void CountPart(string facade, PartReport report)
    {
        if (Parts.Enabled)
        {
            Parts.Add(1, new("facade", facade), new("part", report.Name), new("state", report.State.ToString()), new("reason", report.Reason.ToString()));
        }
    }
}
