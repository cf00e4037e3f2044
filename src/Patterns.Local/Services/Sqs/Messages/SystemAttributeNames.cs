namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>The names of what the service itself knows of a message.</summary>
internal static class SystemAttributeNames
{
    public const string Wildcard = "All";

    public static IReadOnlyList<string> All { get; } =
    [
        "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber",
        "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn",
    ];
}
