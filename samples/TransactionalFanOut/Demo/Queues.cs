using Amazon.SQS;
using Amazon.SQS.Model;

namespace TransactionalFanOut.Demo;

/// <summary>The failed messages of this run, and the sweeper's bell.</summary>
internal sealed class Queues(StackOutputs stack, string run) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();
    private readonly Dictionary<string, FailedMessage> _failed = [];

    public IReadOnlyDictionary<string, FailedMessage> Failed => _failed;

    /// <summary>Asks for a sweep at once, as the schedule does every minute.</summary>
    public Task RequestSweepAsync() =>
        _sqs.SendMessageAsync(new SendMessageRequest { QueueUrl = stack.SweepRequestsUrl, MessageBody = "{}", DelaySeconds = 0 });

    /// <summary>Takes the failed messages out of their queue; those of other runs stay.</summary>
    public async Task ReadFailedAsync()
    {
        while (await ReceiveAsync() is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                var attributes = message.MessageAttributes ?? [];
                var failed = new FailedMessage(Text(attributes, "ce-id"), message.Body, Text(attributes, "failure-message"));
                if (failed.Id.StartsWith($"{run}-", StringComparison.Ordinal))
                {
                    _failed[failed.Id] = failed;
                    await _sqs.DeleteMessageAsync(stack.FailedMessagesUrl, message.ReceiptHandle);
                }
            }
        }
    }

    public void Dispose() => _sqs.Dispose();

    private async Task<List<Message>?> ReceiveAsync()
    {
        var request = new ReceiveMessageRequest { QueueUrl = stack.FailedMessagesUrl, MaxNumberOfMessages = 10, WaitTimeSeconds = 1, MessageAttributeNames = ["All"] };
        return (await _sqs.ReceiveMessageAsync(request)).Messages;
    }

    private static string Text(Dictionary<string, MessageAttributeValue> attributes, string name) => attributes.GetValueOrDefault(name)?.StringValue ?? "";
}
