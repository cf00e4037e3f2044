using Amazon.SQS;
using Amazon.SQS.Model;

namespace FanIn.Demo;

/// <summary>Empties a queue, again and again, and keeps every copy of everything.</summary>
internal sealed class Inbox(IAmazonSQS sqs, string queueUrl, Func<Message, Arrival> read)
{
    private readonly Dictionary<string, List<Arrival>> _arrivals = [];

    /// <summary>The arrivals, copies of the same message together.</summary>
    public IReadOnlyDictionary<string, List<Arrival>> ById => _arrivals;

    /// <param name="waitSeconds">How long to wait for the first message.</param>
    /// <returns>How many messages were there.</returns>
    public async Task<int> EmptyAsync(int waitSeconds)
    {
        var count = 0;
        while (await ReceiveAsync(count == 0 ? waitSeconds : 0) is { Count: > 0 } messages)
        {
            foreach (var arrival in messages.Select(read))
            {
                _arrivals.TryAdd(arrival.Id, []);
                _arrivals[arrival.Id].Add(arrival);
            }

            count += messages.Count;
            var entries = messages.Select((message, index) => new DeleteMessageBatchRequestEntry(index.ToString(), message.ReceiptHandle)).ToList();
            await sqs.DeleteMessageBatchAsync(queueUrl, entries);
        }

        return count;
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
