using Amazon.SQS;
using Amazon.SQS.Model;

namespace Singleton.Demo;

/// <summary>Sends requests to the functions' queues.</summary>
internal sealed class Requests(StackOutputs stack) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();

    public async Task SendAsync(string queueUrl, IEnumerable<string> ids)
    {
        foreach (var some in ids.Chunk(10))
        {
            await _sqs.SendMessageBatchAsync(queueUrl, [.. some.Select((id, index) => new SendMessageBatchRequestEntry($"{index}", $$"""{"id":"{{id}}"}"""))]);
        }
    }

    /// <returns>How many requests are in the queues or in the functions' hands.</returns>
    public async Task<int> CountWaitingAsync(params string[] urls)
    {
        var queues = await Task.WhenAll(urls.Select(url => _sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])));
        return queues.Sum(queue => queue.ApproximateNumberOfMessages + queue.ApproximateNumberOfMessagesNotVisible);
    }

    /// <returns>How many requests the stack has given up.</returns>
    public async Task<int> CountGivenUpAsync()
    {
        var attributes = await _sqs.GetQueueAttributesAsync(stack.DeadLettersUrl, ["ApproximateNumberOfMessages"]);
        return attributes.ApproximateNumberOfMessages;
    }

    public void Dispose() => _sqs.Dispose();
}
