using Amazon.SQS;
using Amazon.SQS.Model;

namespace EventDriven.Demo;

/// <summary>The queues between the bus and its subscribers.</summary>
internal sealed class Queues(string run) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();

    /// <summary>How many messages wait, are being handled, or are dead letters: about as many, says the service.</summary>
    public async Task<int> CountAsync(params string[] outputs)
    {
        var count = 0;
        foreach (var output in outputs)
        {
            var attributes = await _sqs.GetQueueAttributesAsync(StackOutputs.Get(output), ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]);
            count += attributes.ApproximateNumberOfMessages + attributes.ApproximateNumberOfMessagesNotVisible;
        }

        return count;
    }

    /// <summary>Sends the dead letters of this run to their queue again, as the console's redrive does. None is deleted before it was sent.</summary>
    public async Task<int> RedriveAsync(string subscriber)
    {
        var redriven = 0;
        await foreach (var letter in ReceiveAsync(subscriber + "DeadLettersUrl"))
        {
            await _sqs.SendMessageAsync(StackOutputs.Get(subscriber + "QueueUrl"), letter.Body);
            await DeleteAsync(subscriber + "DeadLettersUrl", letter);
            redriven++;
        }

        return redriven;
    }

    /// <summary>Takes this run's messages out of a queue.</summary>
    public async Task<IReadOnlyList<Message>> TakeAsync(string output)
    {
        var messages = new List<Message>();
        await foreach (var message in ReceiveAsync(output))
        {
            await DeleteAsync(output, message);
            messages.Add(message);
        }

        return messages;
    }

    public void Dispose() => _sqs.Dispose();

    private async IAsyncEnumerable<Message> ReceiveAsync(string output)
    {
        var request = new ReceiveMessageRequest { QueueUrl = StackOutputs.Get(output), MaxNumberOfMessages = 10 };
        while ((await _sqs.ReceiveMessageAsync(request)).Messages is { Count: > 0 } messages)
        {
            foreach (var message in messages.Where(message => message.Body.Contains(run, StringComparison.Ordinal)))
            {
                yield return message;
            }
        }
    }

    private Task DeleteAsync(string output, Message message) => _sqs.DeleteMessageAsync(StackOutputs.Get(output), message.ReceiptHandle);
}
