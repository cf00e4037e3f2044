using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace FanOut.Demo;

/// <summary>What arrived where: the receivers' receipts and the dead letters.</summary>
internal sealed class Ledger(StackOutputs stack) : IDisposable
{
    private readonly AmazonSQSClient _sqs = new();
    private readonly List<Receipt> _receipts = [];
    private readonly List<DeadLetter> _deadLetters = [];

    public ILookup<string, Receipt> Receipts => _receipts.ToLookup(receipt => receipt.Receiver);

    public ILookup<string, DeadLetter> DeadLetters => _deadLetters.ToLookup(letter => letter.Receiver);

    /// <summary>Reads until every order is accounted for, or patience ends.</summary>
    public async Task<bool> CollectAsync(OrderBook orders, TimeSpan patience)
    {
        var end = DateTimeOffset.UtcNow + patience;
        var before = -1;
        while (DateTimeOffset.UtcNow < end)
        {
            await foreach (var message in ReadAsync(stack.ReceiptsUrl))
            {
                _receipts.Add(JsonSerializer.Deserialize<Receipt>(message.Body, JsonSerializerOptions.Web)!);
            }

            foreach (var receiver in OrderBook.Receivers)
            {
                await foreach (var message in ReadAsync(stack.DeadLetterUrls[receiver]))
                {
                    _deadLetters.Add(DeadLetter.Read(receiver, message));
                }
            }

            var open = OrderBook.Receivers.Sum(receiver => Open(orders, receiver));
            if (open != before)
            {
                Console.WriteLine($"  {_receipts.Count,5} receipts, {_deadLetters.Count,3} dead letters, {open,4} orders to come");
                before = open;
            }

            if (open == 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _sqs.Dispose();

    private int Open(OrderBook orders, string receiver)
    {
        var copies = Receipts[receiver].Select(receipt => receipt.OrderId).Concat(DeadLetters[receiver].Select(letter => letter.OrderId)).ToLookup(id => id);
        return orders.Expected(receiver).Concat(orders.ExpectedDead(receiver)).Count(id => copies[id].Count() < orders.Copies[id]);
    }

    /// <summary>All that is in a queue now; waits a second for the first message.</summary>
    private async IAsyncEnumerable<Message> ReadAsync(string queueUrl)
    {
        while (true)
        {
            var response = await _sqs.ReceiveMessageAsync(new ReceiveMessageRequest
            {
                QueueUrl = queueUrl,
                MaxNumberOfMessages = 10,
                WaitTimeSeconds = queueUrl == stack.ReceiptsUrl ? 1 : 0,
                MessageAttributeNames = ["All"],
            });
            if (response.Messages is not { Count: > 0 } messages)
            {
                yield break;
            }

            foreach (var message in messages)
            {
                yield return message;
            }

            var entries = messages.Select((message, index) => new DeleteMessageBatchRequestEntry(index.ToString(), message.ReceiptHandle)).ToList();
            await _sqs.DeleteMessageBatchAsync(queueUrl, entries);
        }
    }
}
