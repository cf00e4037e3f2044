using Patterns.Outbound;

namespace Patterns.StreamTransform.Internal;

/// <summary>Finds an output that its sink cannot take before any output of its record has left.</summary>
internal static class SinkLimits
{
    /// <exception cref="NonRetryableException">The output is too large.</exception>
    public static void Check(IDestination destination, Envelope envelope)
    {
        var most = destination.Limits.MaxEntryBytes;

        // Attributes are small; measuring them for every output is not worth it.
        if (envelope.Body.Length > most / 2 && envelope.GetSize() is var size && size > most)
        {
            throw new NonRetryableException($"Output {envelope.Id} has {size} bytes; {destination.Name} takes {most}.");
        }
    }
}
