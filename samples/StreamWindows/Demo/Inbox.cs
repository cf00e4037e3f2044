using Amazon.SQS;
using Amazon.SQS.Model;

namespace StreamWindows.Demo;

/// <summary>Takes everything out of a queue.</summary>
internal sealed class Inbox(IAmazonSQS sqs, string queueUrl)
{
    private readonly Dictionary<string, string> _messages = [];

    /// <summary>The bodies, without what came again.</summary>
    public IReadOnlyCollection<string> Bodies => _messages.Values;

    public async Task EmptyAsync()
    {
        while (await ReceiveAsync() is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                _messages[message.MessageAttributes["ce-id"].StringValue] = message.Body;
            }

            var entries = messages.Select((message, index) => new DeleteMessageBatchRequestEntry(index.ToString(), message.ReceiptHandle)).ToList();
            await sqs.DeleteMessageBatchAsync(queueUrl, entries);
        }
    }

    private async Task<List<Message>?> ReceiveAsync()
    {
        var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest
        {
            QueueUrl = queueUrl,
            MaxNumberOfMessages = 10,
            WaitTimeSeconds = 1,
            MessageAttributeNames = ["All"],
        });
        return response.Messages;
    }
}
