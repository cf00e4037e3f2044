namespace Patterns.Outbound.Internal;

/// <summary>Packs entries into requests by count and bytes, in their order.</summary>
internal static class RequestPacker
{
    public static List<List<OutboundEntry>> Pack(IEnumerable<OutboundEntry> entries, DestinationLimits limits)
    {
        var requests = new List<List<OutboundEntry>>();
        List<OutboundEntry>? current = null;
        var bytes = 0;
        foreach (var entry in entries)
        {
            if (current is null || current.Count == limits.MaxEntries || bytes + entry.Size > limits.MaxRequestBytes || HasId(current, entry))
            {
                current = [];
                requests.Add(current);
                bytes = 0;
            }

            current.Add(entry);
            bytes += entry.Size;
        }

        return requests;
    }

    /// <summary>A request's ids must be distinct; the same message twice goes into two requests.</summary>
    private static bool HasId(List<OutboundEntry> request, OutboundEntry entry) =>
        request.Exists(other => string.Equals(other.Envelope.Id, entry.Envelope.Id, StringComparison.Ordinal));
}
