using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Telemetry;

namespace Patterns.Outbound;

/// <summary>A message on its way out: its bytes, and the CloudEvents attributes that travel beside them.</summary>
/// <remarks>Channels with message attributes carry them as such: see <see cref="ToAttributes"/>.</remarks>
public sealed record Envelope
{
    /// <summary>The message's identifier. Receivers recognise a duplicate by it; a FIFO channel deduplicates by it.</summary>
    public required string Id { get; init; }

    /// <summary>The message as UTF-8 text, most often JSON.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The CloudEvents type, for example <c>order.placed</c>; null to leave it out.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source: who says it. Null to leave it out.</summary>
    public string? Source { get; init; }

    /// <summary>The CloudEvents subject: what it is about. Null to leave it out.</summary>
    public string? Subject { get; init; }

    /// <summary>When it happened; null to leave it out.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The key inside which order is kept: the message group of a FIFO channel, the partition key of a stream.</summary>
    public string? Key { get; init; }

    /// <summary>The identifier that all messages of one conversation share; null to leave it out.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The <see cref="Id"/> of the message that caused this one; null to leave it out.</summary>
    public string? CausationId { get; init; }

    /// <summary>The W3C trace context that the receiver continues; null to leave it out.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Attributes of your own, for filters on the way. Together with those above, most channels take 10.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Makes an envelope with a JSON body.</summary>
    public static Envelope Json<TMessage>(string id, TMessage message, JsonTypeInfo<TMessage> json, string? type = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(json);
        return new Envelope { Id = id, Body = JsonSerializer.SerializeToUtf8Bytes(message, json), Type = type };
    }

    /// <summary>
    /// The record's message for somebody else, as it came: its bytes, id, type, cause, trace and attributes. A receiver recognises
    /// a copy that comes twice by the id.
    /// </summary>
    public static Envelope CopyOf(RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Envelope
        {
            Id = context.MessageId,
            Body = context.CopyMessage(),
            Type = context.EventName,
            Source = context.GetAttribute(MessageAttributeNames.Source),
            Subject = context.Subject,
            Time = context.Time,
            Key = context.Key,
            CorrelationId = context.CorrelationId,
            CausationId = context.CausationId,
            TraceParent = Activity.Current?.Id ?? context.TraceParent,
            Attributes = context.Attributes.Where(attribute => !MessageAttributeNames.IsEnvelopes(attribute.Key)).ToDictionary(),
        };
    }

    /// <summary>
    /// The envelope as part of the conversation that <paramref name="cause"/> belongs to: its correlation id (or its message
    /// id where it starts one), its message id as the cause, and its trace. What is already set stays.
    /// </summary>
    public Envelope CausedBy(RecordContext cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var messageId = cause.MessageId;
        return this with
        {
            CorrelationId = CorrelationId ?? cause.CorrelationId ?? messageId,
            CausationId = CausationId ?? messageId,
            TraceParent = TraceParent ?? Activity.Current?.Id ?? cause.TraceParent,
        };
    }

    /// <summary>The attributes as they travel beside the body: CloudEvents ones with the prefix <c>ce-</c>, and your own.</summary>
    /// <exception cref="ArgumentException">An attribute of your own has the name of one of the envelope's.</exception>
    public IReadOnlyDictionary<string, string> ToAttributes() => EnvelopeAttributes.Of(this);

    /// <summary>The size in bytes that a queue or topic counts: the body, and each attribute's name, type and value.</summary>
    public int GetSize() => EnvelopeAttributes.SizeOf(this);
}
