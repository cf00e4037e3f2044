using Amazon.SQS;
using Amazon.SQS.Model;

namespace Command.Demo;

/// <summary>Another service, that sends commands of policies in their order, and looks at those that failed.</summary>
internal sealed class Queue(StackOutputs stack) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();

    public Task SendAsync(string policy, string command) => _sqs.SendMessageAsync(new SendMessageRequest
    {
        QueueUrl = stack.PolicyCommandsUrl,
        MessageBody = command,
        MessageGroupId = policy,

        // The queue would leave out copies that come within minutes; here they are to arrive.
        MessageDeduplicationId = Guid.NewGuid().ToString("N"),
    });

    /// <summary>Takes out the failed commands of this run; what they are, and why.</summary>
    public async Task<List<(string Body, string Reason)>> TakeFailedAsync(string run)
    {
        var request = new ReceiveMessageRequest { QueueUrl = stack.FailedCommandsUrl, MaxNumberOfMessages = 10, MessageAttributeNames = ["All"] };
        var failed = new List<(string Body, string Reason)>();
        foreach (var message in (await _sqs.ReceiveMessageAsync(request)).Messages ?? [])
        {
            if (message.Body.Contains(run, StringComparison.Ordinal))
            {
                failed.Add((message.Body, message.MessageAttributes?.GetValueOrDefault("failure-message")?.StringValue ?? ""));
                await _sqs.DeleteMessageAsync(stack.FailedCommandsUrl, message.ReceiptHandle);
            }
        }

        return failed;
    }

    public void Dispose() => _sqs.Dispose();
}
