using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

internal static class QueueExtensions
{
    public static SentMessage Send(this SqsQueue queue, string body, string? group = null, string? id = null, double? delaySeconds = null) =>
        queue.Send(new NewMessage(body)
        {
            GroupId = group,
            DeduplicationId = id ?? (queue.IsFifo && !queue.Settings.ContentBasedDeduplication ? Guid.NewGuid().ToString() : null),
            Delay = delaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });

    public static string[] Bodies(this IEnumerable<ReceivedMessage> messages) => [.. messages.Select(message => message.Body)];

    public static ReceivedMessage ReceiveOne(this SqsQueue queue) => Assert.Single(queue.Receive(1));

    public static AwsException Refused(Action action) => Assert.Throws<AwsException>(action);

    public static void ChangeVisibility(this SqsQueue queue, ReceivedMessage message, double seconds) =>
        queue.ChangeVisibility(message.ReceiptHandle, TimeSpan.FromSeconds(seconds));

    public static Task<IReadOnlyList<ReceivedMessage>> Poll(this SqsQueue queue, double waitSeconds, int maximum = 10, CancellationToken cancellationToken = default) =>
        queue.ReceiveAsync(new ReceiveOptions(maximum) { Wait = TimeSpan.FromSeconds(waitSeconds) }, cancellationToken).AsTask();
}
