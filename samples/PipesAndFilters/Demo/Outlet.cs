using Amazon.SQS;
using Amazon.SQS.Model;

namespace PipesAndFilters.Demo;

/// <summary>What came out of a queue, by its id; a copy of what is there already is counted only.</summary>
internal sealed class Outlet(IAmazonSQS sqs, string queueUrl, string idAttribute = "ce-id")
{
    private readonly Dictionary<string, Message> _messages = [];

    public IReadOnlyDictionary<string, Message> ById => _messages;

    public int Copies { get; private set; }

    /// <returns>How many messages came that were not there before.</returns>
    public async Task<int> ReadAsync(int waitSeconds)
    {
        var before = _messages.Count;
        for (var wait = waitSeconds; await ReceiveAsync(wait) is { Count: > 0 } messages; wait = 0)
        {
            foreach (var message in messages)
            {
                Copies += _messages.TryAdd(IdOf(message), message) ? 0 : 1;
            }

            var entries = messages.Select((message, index) => new DeleteMessageBatchRequestEntry(index.ToString(), message.ReceiptHandle)).ToList();
            await sqs.DeleteMessageBatchAsync(queueUrl, entries);
        }

        return _messages.Count - before;
    }

    // A dead letter that a queue has moved is the message itself.
    private string IdOf(Message message) =>
        (message.MessageAttributes.GetValueOrDefault(idAttribute) ?? message.MessageAttributes["ce-id"]).StringValue;

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
