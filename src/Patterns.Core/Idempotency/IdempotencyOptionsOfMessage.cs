namespace Patterns.Idempotency;

/// <summary>What <c>UseIdempotency</c> may be told. The defaults recognise a message by its id.</summary>
/// <typeparam name="TMessage">The message's type.</typeparam>
public sealed class IdempotencyOptions<TMessage> : IdempotencyOptions
{
    /// <summary>
    /// What makes two records the same. A key out of the message's content is safest. Default: <see cref="RecordContext.MessageId"/>:
    /// the CloudEvents id where the sender set one; else the SQS message id, which changes when dead letters are redriven; the
    /// event id of a stream record; the id of a bus event; the request id of a direct invocation, which only the platform's own
    /// retries share.
    /// </summary>
    public Func<TMessage, RecordContext, string> KeyOf { get; init; } = static (_, context) => context.MessageId;

    /// <summary>
    /// The bytes by which <see cref="IdempotencyOptions.ChecksPayload"/> tells payloads apart, for messages that carry what may differ
    /// between copies, for example a time of sending. Default: null, the message's bytes.
    /// </summary>
    public Func<TMessage, RecordContext, ReadOnlyMemory<byte>>? PayloadOf { get; init; }

    internal IdempotencyOptions<TMessage> Validated()
    {
        Validate(isCall: false);
        return KeyOf is not null ? this : throw new OptionsException(nameof(IdempotencyOptions), [$"{nameof(KeyOf)} must not be null."]);
    }
}
