using Patterns.Sources.Internal;

namespace Patterns;

/// <summary>The records of one invocation, by index, as the engine reads them.</summary>
/// <remarks>
/// The engine has its own for every payload that it recognises. Derive to feed it from a source that it does not know,
/// or from an event class that is already in memory. Members are called from several threads at once.
/// </remarks>
public abstract class RecordBatch
{
    /// <summary>A batch of one message that is already at hand, for example the body of an HTTP request.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="body">The message's bytes.</param>
    /// <param name="attributes">Message attributes, for example <c>traceparent</c>; null for none.</param>
    public static RecordBatch Of(string id, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string>? attributes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new Records.Internal.SingleRecord(id, body, attributes);
    }

    /// <summary>The records of an event, read as a handler reads it; for handlers of your own that compose one.</summary>
    /// <param name="payload">The event's bytes; they must not change while the records are used.</param>
    /// <exception cref="UnknownEventException">The payload is no event and no JSON.</exception>
    public static RecordBatch Read(ReadOnlyMemory<byte> payload) => EventReader.Read(EventBuffer.Of(payload));

    /// <summary>What the records come from; decides order, report and retry.</summary>
    public abstract SourceKind Source { get; }

    /// <summary>How many records there are.</summary>
    public abstract int Count { get; }

    /// <summary>The identifier by which the source recognises the record in a partial reply: a message id, a sequence number.</summary>
    protected internal abstract string GetId(int index);

    /// <summary>
    /// The identifier of the message, unique beyond the source: what a receiver behind the handler recognises it by. By default
    /// the same as <see cref="GetId"/>.
    /// </summary>
    protected internal virtual string GetMessageId(int index) => GetId(index);

    /// <summary>The record's body as UTF-8; <paramref name="buffer"/> may hold what has to be decoded first.</summary>
    /// <exception cref="FormatException">The body is not encoded as the source promises; the record is treated as poison.</exception>
    protected internal abstract ReadOnlySpan<byte> GetBody(int index, RecordBuffer buffer);

    /// <summary>The key inside which records keep their order, or null for one that is independent of all others.</summary>
    protected internal virtual string? GetKey(int index) => null;

    /// <summary>The ARN of the queue, topic, stream, table, rule or bucket; empty where the source does not tell.</summary>
    protected internal virtual string GetSourceArn(int index) => "";

    /// <summary>How often the source has handed out the record, this time included; 1 where the source does not tell.</summary>
    protected internal virtual int GetAttempt(int index) => 1;

    /// <summary>When the record was sent or happened; null where the source does not tell.</summary>
    protected internal virtual DateTimeOffset? GetTime(int index) => null;

    /// <summary>What happened, in the source's words: <c>INSERT</c>, <c>ObjectCreated:Put</c>, a detail type.</summary>
    protected internal virtual string? GetEventName(int index) => null;

    /// <summary>The value of a message attribute, or null.</summary>
    protected internal virtual string? GetAttribute(int index, string name) => null;

    /// <summary>All message attributes that have a text value.</summary>
    protected internal virtual IReadOnlyDictionary<string, string> GetAttributes(int index) =>
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The X-Ray trace header that the service attached, or null.</summary>
    protected internal virtual string? GetTraceHeader(int index) => null;

    /// <summary>Whether two records must keep their order; by default, when their keys are equal.</summary>
    protected internal virtual bool HaveSameKey(int first, int second) =>
        GetKey(first) is { } key && string.Equals(key, GetKey(second), StringComparison.Ordinal);

    /// <summary>A hash that is equal for records of the same key.</summary>
    protected internal virtual int GetKeyHash(int index) => GetKey(index)?.GetHashCode(StringComparison.Ordinal) ?? index;
}
