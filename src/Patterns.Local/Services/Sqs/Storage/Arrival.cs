using System.Security.Cryptography;
using Patterns.Local.Services.Sqs.Messages;
using Patterns.Local.Services.Sqs.Settings;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Makes stored messages of what arrives: a new message, a dead letter, one that is driven back.</summary>
internal static class Arrival
{
    public static StoredMessage From(NewMessage message, QueueSettings settings, string accountId) => new()
    {
        Id = RandomId.New(),
        Utf8Body = message.Utf8Body,
        BodyDigest = MessageDigest.Of(message.Utf8Body.Span),
        Attributes = message.Attributes,
        AttributesDigest = AttributeDigest.Of(message.Attributes),
        TraceHeader = AttributeRules.TraceHeaderOf(message),
        SenderId = message.SenderId ?? accountId,
        GroupId = message.GroupId,
        DeduplicationId = settings.IsFifo ? message.DeduplicationId ?? ContentHash(message.Utf8Body.Span) : null,
    };

    /// <summary>The same message with its id and its receive count.</summary>
    public static StoredMessage DeadLetter(StoredMessage message, string? sourceArn)
    {
        var copy = Copy(message, message.Id);
        copy.DeadLetterQueueSourceArn = sourceArn;
        copy.ReceiveCount = message.ReceiveCount;
        copy.FirstReceivedAt = message.FirstReceivedAt;
        return copy;
    }

    /// <summary>The same content as a new message that nobody received yet.</summary>
    public static StoredMessage Redriven(StoredMessage message) => Copy(message, RandomId.New());

    private static StoredMessage Copy(StoredMessage message, Guid id) => new()
    {
        Id = id,
        Utf8Body = message.Utf8Body,
        BodyDigest = message.BodyDigest,
        Attributes = message.Attributes,
        AttributesDigest = message.AttributesDigest,
        TraceHeader = message.TraceHeader,
        SenderId = message.SenderId,
        GroupId = message.GroupId,
        DeduplicationId = message.DeduplicationId,
    };

    private static string ContentHash(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexStringLower(hash);
    }
}
