using System.Globalization;
using System.Text;

namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>A message as it was at the moment of its receive.</summary>
internal sealed class ReceivedMessage
{
    private string? _body;

    public required Guid Id { get; init; }

    public string MessageId => Id.ToString("D");

    public required string ReceiptHandle { get; init; }

    public required ReadOnlyMemory<byte> Utf8Body { get; init; }

    public string Body => _body ??= Encoding.UTF8.GetString(Utf8Body.Span);

    public required MessageDigest BodyDigest { get; init; }

    public string Md5OfBody => BodyDigest.ToString();

    public IReadOnlyDictionary<string, MessageAttribute>? Attributes { get; init; }

    /// <summary>Over all attributes; null where there are none.</summary>
    public MessageDigest? AttributesDigest { get; init; }

    public string? Md5OfAttributes => AttributesDigest?.ToString();

    public required string SenderId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateTimeOffset FirstReceivedAt { get; init; }

    /// <summary>How often the message was received, this time included.</summary>
    public required int ReceiveCount { get; init; }

    /// <summary>20 digits; null in a standard queue.</summary>
    public string? SequenceNumber { get; init; }

    public string? GroupId { get; init; }

    public string? DeduplicationId { get; init; }

    public string? TraceHeader { get; init; }

    /// <summary>The queue that moved the message here after too many receives.</summary>
    public string? DeadLetterQueueSourceArn { get; init; }

    /// <summary>The system attribute as the wire has it, or null where the message has none of that name.</summary>
    public string? SystemAttribute(string name) => name switch
    {
        "SenderId" => SenderId,
        "SentTimestamp" => Milliseconds(SentAt),
        "ApproximateReceiveCount" => ReceiveCount.ToString(CultureInfo.InvariantCulture),
        "ApproximateFirstReceiveTimestamp" => Milliseconds(FirstReceivedAt),
        "SequenceNumber" => SequenceNumber,
        "MessageDeduplicationId" => DeduplicationId,
        "MessageGroupId" => GroupId,
        "AWSTraceHeader" => TraceHeader,
        "DeadLetterQueueSourceArn" => DeadLetterQueueSourceArn,
        _ => null,
    };

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
