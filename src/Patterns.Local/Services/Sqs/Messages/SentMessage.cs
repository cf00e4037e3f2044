namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>What the sender learns of an accepted message.</summary>
/// <param name="SequenceNumber">The place in a FIFO queue; null in a standard one.</param>
internal readonly record struct SentMessage(
    Guid MessageId, MessageDigest BodyDigest, MessageDigest? AttributesDigest, MessageDigest? SystemAttributesDigest, string? SequenceNumber);
