namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>
/// A request of either protocol. The vocabulary of SQS is small, so one type holds the parameters of all operations,
/// and each operation takes those that it knows.
/// </summary>
internal sealed class SqsInput
{
    public string? QueueUrl { get; set; }

    public string? QueueName { get; set; }

    public string? QueueOwnerAccountId { get; set; }

    public string? QueueNamePrefix { get; set; }

    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }

    /// <summary>The parameters that are about one message.</summary>
    public MessageInput Message { get; set; } = new();

    public List<MessageInput> Entries { get; set; } = [];

    public int? MaxNumberOfMessages { get; set; }

    public int? WaitTimeSeconds { get; set; }

    public string? ReceiveRequestAttemptId { get; set; }

    /// <summary>Of queues or messages, as the operation means it.</summary>
    public IReadOnlyList<string> AttributeNames { get; set; } = [];

    public IReadOnlyList<string> SystemAttributeNames { get; set; } = [];

    public IReadOnlyList<string> MessageAttributeNames { get; set; } = [];

    public IReadOnlyDictionary<string, string> Attributes { get; set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string>? Tags { get; set; }

    public IReadOnlyList<string> TagKeys { get; set; } = [];

    public string? Label { get; set; }

    public IReadOnlyList<string> AccountIds { get; set; } = [];

    public IReadOnlyList<string> Actions { get; set; } = [];

    public string? SourceArn { get; set; }

    public string? DestinationArn { get; set; }

    public int? MaxNumberOfMessagesPerSecond { get; set; }

    public string? TaskHandle { get; set; }
}
