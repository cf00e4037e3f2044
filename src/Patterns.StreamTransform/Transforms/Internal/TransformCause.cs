namespace Patterns.StreamTransform.Internal;

/// <summary>What outputs take over from their input: a record, or an output of an earlier stage.</summary>
internal readonly record struct TransformCause(string MessageId, string? Key, DateTimeOffset? Time, string CorrelationId)
{
    public static TransformCause Of(RecordContext record)
    {
        var messageId = record.MessageId;
        return new TransformCause(messageId, record.Key, record.Time, record.CorrelationId ?? messageId);
    }
}
