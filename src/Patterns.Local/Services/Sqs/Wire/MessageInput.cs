namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>What a request says of one message: the entry of a batch, or the request itself where it is about one message.</summary>
internal sealed class MessageInput
{
    public string? Id { get; set; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public int? DelaySeconds { get; set; }

    public Dictionary<string, MessageAttribute>? Attributes { get; set; }

    public Dictionary<string, MessageAttribute>? SystemAttributes { get; set; }

    public string? GroupId { get; set; }

    public string? DeduplicationId { get; set; }

    public string? ReceiptHandle { get; set; }

    public int? VisibilityTimeout { get; set; }
}
