using Amazon.Lambda.Core;
using Patterns.Idempotency;
using Patterns.Idempotency.Internal;
using Patterns.Records.Internal;
using Patterns.Sources.Internal;
using Patterns.Tables;
using Patterns.Telemetry;

namespace Patterns;

/// <summary>What is known of the record that is being handled, besides its message.</summary>
/// <remarks>
/// Values are read from the event when they are asked for. The context is valid until the handler's task ends; after the
/// invocation, members that read the event throw <see cref="ObjectDisposedException"/>.
/// </remarks>
public sealed class RecordContext
{
    private readonly RecordBatch _batch;
    private readonly int _index;
    private readonly BatchDeadline _deadline;
    private JsonRecordBatch? _inner;
    private CancellationToken _token;
    private bool _hasToken;
    private EnlistedWrites? _attempt;

    internal RecordContext(RecordBatch batch, int index, ILambdaContext lambda, BatchDeadline deadline, ICommitRun? commit = null)
    {
        Commit = commit;
        _batch = batch;
        _index = index;
        _deadline = deadline;
        Lambda = lambda;
    }

    /// <summary>The kind of source that invoked the function.</summary>
    public SourceKind Source => _batch.Source;

    /// <summary>
    /// The identifier of the record at its source: a message id, a sequence number, an event id. A message that is the payload
    /// itself has the request id, which the platform keeps when it tries an asynchronous invocation again.
    /// </summary>
    public string Id => _batch.GetId(_index) is { Length: > 0 } id ? id : Lambda.AwsRequestId;

    /// <summary>The message group, partition key or object key; null where the source has none.</summary>
    public string? Key => _batch.GetKey(_index);

    /// <summary>The ARN of the queue, topic, stream, rule or bucket; empty where the source does not tell.</summary>
    public string SourceArn => _batch.GetSourceArn(_index);

    /// <summary>How often the source has handed out this record, this time included; 1 where it does not tell.</summary>
    public int Attempt => _batch.GetAttempt(_index);

    /// <summary>When the message was sent or the event happened; null where nobody said.</summary>
    public DateTimeOffset? Time => _inner?.GetTime(0) ?? _batch.GetTime(_index);

    /// <summary>What happened: a CloudEvents type, a detail type, <c>INSERT</c>, <c>ObjectCreated:Put</c>; or null.</summary>
    public string? EventName => GetAttribute(MessageAttributeNames.Type) ?? _inner?.GetEventName(0) ?? _batch.GetEventName(_index);

    /// <summary>
    /// The identifier of the message, which stays the same when the message travels through another queue: its CloudEvents
    /// id, else that of the innermost notification or bus event, else <see cref="Id"/>.
    /// </summary>
    public string MessageId =>
        GetAttribute(MessageAttributeNames.Id) ?? InnerMessageId ?? OwnMessageId;

    /// <summary>The CloudEvents subject, or null.</summary>
    public string? Subject => GetAttribute(MessageAttributeNames.Subject);

    /// <summary>The identifier that all messages of one conversation share, or null.</summary>
    public string? CorrelationId => GetAttribute(MessageAttributeNames.CorrelationId);

    /// <summary>The <see cref="MessageId"/> of the message that caused this one, or null.</summary>
    public string? CausationId => GetAttribute(MessageAttributeNames.CausationId);

    /// <summary>The W3C <c>traceparent</c> that came with the message, else the service's X-Ray header in that form, or null.</summary>
    public string? TraceParent =>
        GetAttribute(MessageAttributeNames.TraceParent) ?? XRayHeader.ToTraceParent(_batch.GetTraceHeader(_index));

    /// <summary>The context of the invocation that carries the record.</summary>
    public ILambdaContext Lambda { get; }

    /// <summary>Cancelled when the deadline's reserve begins, and when the behaviour around the handler gives up.</summary>
    public CancellationToken CancellationToken => _hasToken ? _token : _deadline.Token;

    /// <summary>How long until <see cref="CancellationToken"/> is cancelled because the invocation must report.</summary>
    public TimeSpan RemainingTime => _deadline.RemainingWork;

    /// <summary>All message attributes with a text value: those of the queue message, and those of a notification in it.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _inner is null ? _batch.GetAttributes(_index) : AllAttributes();

    /// <summary>
    /// Cancelled when the invocation is about to report, later than <see cref="CancellationToken"/>: for what must be done
    /// after that one was cancelled, for example writing down what had succeeded.
    /// </summary>
    public CancellationToken GraceToken => _deadline.GraceToken;

    internal int Index => _index;

    /// <summary>Where a <see cref="BatchCommitHandler{TMessage, TWork}"/> keeps the record's work; null for other handlers.</summary>
    internal ICommitRun? Commit { get; }

    /// <summary>The record's part in an idempotent batch; null without <c>UseIdempotency</c>.</summary>
    internal RecordClaim? Claim { get; set; }

    private string? InnerMessageId =>
        _inner is null ? null : Envelopes().Select(envelope => envelope.GetId(0)).FirstOrDefault(id => id.Length > 0);

    private string OwnMessageId => _batch.GetMessageId(_index) is { Length: > 0 } id ? id : Lambda.AwsRequestId;

    /// <summary>The text of a message attribute, of the innermost envelope that has it; or null.</summary>
    public string? GetAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return GetInnerAttribute(name) ?? _batch.GetAttribute(_index, name);
    }

    /// <summary>
    /// The message's own bytes, out of the envelopes around it, in memory of their own: for handing on exactly what came,
    /// also the members that the message's type does not know.
    /// </summary>
    public byte[] CopyMessage()
    {
        using var buffer = new RecordBuffer();
        return (_inner is null ? _batch.GetBody(_index, buffer) : _inner.GetBody(0, buffer)).ToArray();
    }

    /// <summary>
    /// Adds a write that takes effect in the same transaction in which the record's idempotency key becomes completed, so that
    /// both happen or neither does. What a failed attempt of the handler enlisted is dropped; what a behaviour between
    /// <c>UseIdempotency</c> and the handler enlists counts for all attempts.
    /// </summary>
    /// <param name="write">
    /// A write on the table of <c>UseIdempotency</c>, or on another one of the same store (<see cref="TableWrite.Table"/>). When its
    /// condition does not hold, this record fails with an <see cref="EnlistedWriteRefusedException"/> and the others complete.
    /// </param>
    /// <exception cref="InvalidOperationException">
    /// The pipeline has no <c>UseIdempotency</c>, or the handler is not behind it or has ended.
    /// </exception>
    /// <exception cref="ArgumentException">The record enlists a write of the same item already.</exception>
    public void Enlist(TableWrite write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Claim is null)
        {
            throw new InvalidOperationException("Writes are enlisted in the completion of an idempotency key: add UseIdempotency to the pipeline.");
        }

        Claim.Claim.Enlist(_attempt, write);
    }

    /// <summary>The same record with another token, for a behaviour that limits what it wraps.</summary>
    public RecordContext WithCancellation(CancellationToken cancellationToken)
    {
        var copy = (RecordContext)MemberwiseClone();
        copy._token = cancellationToken;
        copy._hasToken = true;
        return copy;
    }

    /// <summary>The same record for one attempt of the handler, whose writes are kept apart from those of other attempts.</summary>
    internal RecordContext WithAttempt(EnlistedWrites attempt)
    {
        var copy = (RecordContext)MemberwiseClone();
        copy._attempt = attempt;
        return copy;
    }

    /// <summary>The message's bytes, out of all envelopes; remembers what the envelope said.</summary>
    internal ReadOnlySpan<byte> ReadMessage(RecordBuffer buffer, bool unwrap)
    {
        var body = _batch.GetBody(_index, buffer);
        if (!unwrap || !SourceRules.MayHoldEnvelopes(Source))
        {
            return body;
        }

        while (_inner is not { Source: SourceKind.Schedule } && EnvelopeReader.TryRead(body) is { } inner)
        {
            inner.Outer = _inner;
            _inner = inner;
            body = inner.GetBody(0, buffer);
        }

        return body;
    }

    /// <summary>The record's body as the source delivered it, in memory of its own.</summary>
    internal byte[] CopyBody()
    {
        using var buffer = new RecordBuffer();
        try
        {
            return _batch.GetBody(_index, buffer).ToArray();
        }
        catch (FormatException)
        {
            return (_batch as JsonRecordBatch)?.CopyRawBody(_index) ?? [];
        }
    }

    private string? GetInnerAttribute(string name)
    {
        for (var envelope = _inner; envelope is not null; envelope = envelope.Outer)
        {
            if (GetAttribute(envelope, name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A structured CloudEvent has the names without the prefix that they have as message attributes.</summary>
    private static string? GetAttribute(JsonRecordBatch envelope, string name)
    {
        if (envelope.Source != SourceKind.Direct)
        {
            return envelope.GetAttribute(0, name);
        }

        return name.StartsWith(MessageAttributeNames.Prefix, StringComparison.Ordinal)
            ? envelope.GetAttribute(0, name[MessageAttributeNames.Prefix.Length..])
            : name is MessageAttributeNames.TraceParent ? envelope.GetAttribute(0, name) : null;
    }

    private Dictionary<string, string> AllAttributes()
    {
        var all = new Dictionary<string, string>(_batch.GetAttributes(_index), StringComparer.Ordinal);
        foreach (var envelope in Envelopes().Reverse())
        {
            foreach (var (name, value) in envelope.GetAttributes(0))
            {
                all[name] = value;
            }
        }

        return all;
    }

    /// <summary>The envelopes inside the record, the innermost first.</summary>
    private IEnumerable<JsonRecordBatch> Envelopes()
    {
        for (var envelope = _inner; envelope is not null; envelope = envelope.Outer)
        {
            yield return envelope;
        }
    }
}
