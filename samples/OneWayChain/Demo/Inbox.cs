using Amazon.SQS;
using Amazon.SQS.Model;

namespace OneWayChain.Demo;

/// <summary>Empties a queue.</summary>
internal sealed class Inbox(IAmazonSQS sqs, string queueUrl)
{
    /// <param name="waitSeconds">How long to wait for the first message.</param>
    public async Task<IReadOnlyList<Message>> EmptyAsync(int waitSeconds)
    {
        var all = new List<Message>();
        while (await ReceiveAsync(all.Count == 0 ? waitSeconds : 0) is { Count: > 0 } messages)
        {
            all.AddRange(messages);
            var entries = messages.Select((message, index) => new DeleteMessageBatchRequestEntry(index.ToString(), message.ReceiptHandle)).ToList();
            await sqs.DeleteMessageBatchAsync(queueUrl, entries);
        }

        return all;
    }

    private async Task<List<Message>?> ReceiveAsync(int waitSeconds)
    {
        var response = await sqs.ReceiveMessageAsync(new ReceiveMessageRequest
        {
            QueueUrl = queueUrl,
            MaxNumberOfMessages = 10,
            WaitTimeSeconds = waitSeconds,
            MessageAttributeNames = ["All"],
        });
        return response.Messages;
    }
}
