namespace Patterns.Local.Services.Sqs.Messages;

/// <summary>How to receive from a queue; what is null is as the queue says.</summary>
internal readonly record struct ReceiveOptions(int MaximumMessages)
{
    public TimeSpan? VisibilityTimeout { get; init; }

    /// <summary>How long to wait for a message; zero answers at once.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Lets a consumer of a FIFO queue that lost an answer get the same messages again.</summary>
    public string? AttemptId { get; init; }
}
