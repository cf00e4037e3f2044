namespace Patterns.Outbound.Internal;

/// <summary>Packs entries into requests by count and bytes, in their order.</summary>
internal static class RequestPacker
{
    public static List<List<OutboundEntry>> Pack(List<OutboundEntry> entries, DestinationLimits limits)
    {
        var requests = new List<List<OutboundEntry>>();
        List<OutboundEntry>? current = null;
        var ids = new HashSet<string>(Math.Min(entries.Count, limits.MaxEntries), StringComparer.Ordinal);
        var bytes = 0;
        foreach (var entry in entries)
        {
            // A request's ids must be distinct; the same message twice goes into two requests.
            if (current is null || current.Count == limits.MaxEntries || bytes + entry.Size > limits.MaxRequestBytes || ids.Contains(entry.Envelope.Id))
            {
                current = new List<OutboundEntry>(Math.Min(entries.Count, limits.MaxEntries));
                requests.Add(current);
                ids.Clear();
                bytes = 0;
            }

            current.Add(entry);
            ids.Add(entry.Envelope.Id);
            bytes += entry.Size;
        }

        return requests;
    }
}
