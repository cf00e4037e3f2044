using System.Globalization;
using System.Text;
using Patterns.Telemetry;

namespace Patterns.Outbound;

/// <summary>The attributes of an envelope as a channel carries them.</summary>
internal static class EnvelopeAttributes
{
    private const int TypeLength = 6; // "String"
    private const int TimeLength = 28; // 2026-11-02T10:00:00.0000000Z

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
        Check(envelope);
        var size = envelope.Body.Length
            + SizeOf(MessageAttributeNames.Id, envelope.Id)
            + SizeOf(MessageAttributeNames.Type, envelope.Type)
            + SizeOf(MessageAttributeNames.Source, envelope.Source)
            + SizeOf(MessageAttributeNames.Subject, envelope.Subject)
            + (envelope.Time is null ? 0 : MessageAttributeNames.Time.Length + TypeLength + TimeLength)
            + SizeOf(MessageAttributeNames.CorrelationId, envelope.CorrelationId)
            + SizeOf(MessageAttributeNames.CausationId, envelope.CausationId)
            + SizeOf(MessageAttributeNames.TraceParent, envelope.TraceParent);
        if (envelope.Attributes.Count > 0)
        {
            foreach (var (name, value) in envelope.Attributes)
            {
                size += SizeOf(name, value);
            }
        }

        return size;
    }

    /// <summary>How many attributes there are, the envelope's own included.</summary>
    public static int CountOf(Envelope envelope) => envelope.Attributes.Count
        + 1
        + One(envelope.Type)
        + One(envelope.Source)
        + One(envelope.Subject)
        + (envelope.Time is null ? 0 : 1)
        + One(envelope.CorrelationId)
        + One(envelope.CausationId)
        + One(envelope.TraceParent);

    /// <exception cref="ArgumentException">An attribute of the sender's own cannot travel.</exception>
    private static void Check(Envelope envelope)
    {
        if (envelope.Attributes.Count > 0)
        {
            _ = Of(envelope);
        }
    }

    private static int One(string? value) => string.IsNullOrEmpty(value) ? 0 : 1;

    private static int SizeOf(string name, string? value) =>
        string.IsNullOrEmpty(value) ? 0 : Encoding.UTF8.GetByteCount(name) + TypeLength + Encoding.UTF8.GetByteCount(value);

    private static void Add(Dictionary<string, string> attributes, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            attributes.Add(name, value);
        }
    }
}
