using Amazon.SQS;
using Amazon.SQS.Model;

namespace Periodical.Demo;

/// <summary>Sends ticks as a schedule does, only worse: late, twice, and in any order.</summary>
internal sealed class Clockwork(StackOutputs stack) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();

    /// <summary>How many ticks went out, to each queue.</summary>
    public int Sent { get; private set; }

    public async Task SendAsync(params IReadOnlyList<DateTimeOffset> ticks)
    {
        foreach (var some in ticks.Chunk(10))
        {
            await Task.WhenAll(stack.QueueUrls.Select(url => _sqs.SendMessageBatchAsync(url, [.. some.Select(EntryOf)])));
        }

        Sent += ticks.Count;
    }

    /// <returns>How many ticks the stack has given up.</returns>
    public async Task<int> CountGivenUpAsync()
    {
        var attributes = await _sqs.GetQueueAttributesAsync(stack.TickDeadLettersUrl, ["ApproximateNumberOfMessages"]);
        return attributes.ApproximateNumberOfMessages;
    }

    /// <returns>How many ticks are in the queues or in the functions' hands.</returns>
    public async Task<int> CountWaitingAsync()
    {
        var queues = await Task.WhenAll(stack.QueueUrls.Select(url => _sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])));
        return queues.Sum(queue => queue.ApproximateNumberOfMessages + queue.ApproximateNumberOfMessagesNotVisible);
    }

    public void Dispose() => _sqs.Dispose();

    private static SendMessageBatchRequestEntry EntryOf(DateTimeOffset tick, int index) => new($"{index}", $$"""{"time":"{{Minute.Text(tick)}}"}""");
}
