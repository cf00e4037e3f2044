using System.Globalization;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>A message inside a queue. Its queue's lock guards everything that changes.</summary>
internal sealed class StoredMessage
{
    public required Guid Id { get; init; }

    public required ReadOnlyMemory<byte> Utf8Body { get; init; }

    public required MessageDigest BodyDigest { get; init; }

    public IReadOnlyDictionary<string, MessageAttribute>? Attributes { get; init; }

    public MessageDigest? AttributesDigest { get; init; }

    public string? TraceHeader { get; init; }

    public required string SenderId { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; set; }

    public string? DeadLetterQueueSourceArn { get; set; }

    /// <summary>The place in the order of arrival, unique in the queue.</summary>
    public long Number { get; set; }

    public long SentAt { get; set; }

    public long? FirstReceivedAt { get; set; }

    /// <summary>When the last receive was; the 12 hours of invisibility count from it.</summary>
    public long ReceivedAt { get; set; }

    public int ReceiveCount { get; set; }

    /// <summary>Goes into the receipt handle, so that only the latest handle fits.</summary>
    public int ReceiptNumber { get; set; }

    public MessageState State { get; set; }

    /// <summary>When a delayed or received message becomes visible.</summary>
    public long VisibleAt { get; set; }

    /// <summary>Counts changes of visibility, so that a repeated receive attempt sees that someone touched the message.</summary>
    public int Version { get; set; }

    public ReadySequence? Sequence { get; set; }

    public StoredMessage? Previous { get; set; }

    public StoredMessage? Next { get; set; }

    public int RetentionIndex = MessageHeap.Absent;

    public int WakeIndex = MessageHeap.Absent;

    /// <summary>20 digits that rise with the order of arrival.</summary>
    public string SequenceNumber => string.Create(CultureInfo.InvariantCulture, $"1{Number:D19}");
}
