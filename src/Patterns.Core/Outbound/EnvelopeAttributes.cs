using System.Globalization;
using System.Text;
using Patterns.Telemetry;

namespace Patterns.Outbound;

/// <summary>The attributes of an envelope as a channel carries them.</summary>
internal static class EnvelopeAttributes
{
    private const int TypeLength = 6; // "String"

    public static Dictionary<string, string> Of(Envelope envelope)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [MessageAttributeNames.Id] = envelope.Id };
        Add(attributes, MessageAttributeNames.Type, envelope.Type);
        Add(attributes, MessageAttributeNames.Source, envelope.Source);
        Add(attributes, MessageAttributeNames.Subject, envelope.Subject);
        Add(attributes, MessageAttributeNames.Time, envelope.Time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Add(attributes, MessageAttributeNames.CorrelationId, envelope.CorrelationId);
        Add(attributes, MessageAttributeNames.CausationId, envelope.CausationId);
        Add(attributes, MessageAttributeNames.TraceParent, envelope.TraceParent);
        foreach (var (name, value) in envelope.Attributes)
        {
            ArgumentException.ThrowIfNullOrEmpty(value, name);
            if (!attributes.TryAdd(name, value))
            {
                throw new ArgumentException($"The attribute '{name}' is one of the envelope's own; set the property instead.");
            }
        }

        return attributes;
    }

    public static int SizeOf(Envelope envelope)
    {
        var size = envelope.Body.Length;
        foreach (var (name, value) in Of(envelope))
        {
            size += Encoding.UTF8.GetByteCount(name) + TypeLength + Encoding.UTF8.GetByteCount(value);
        }

        return size;
    }

    private static void Add(Dictionary<string, string> attributes, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            attributes.Add(name, value);
        }
    }
}
