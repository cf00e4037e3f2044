using System.Collections.Concurrent;
using System.Globalization;
using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Tests.Services.Sqs;

public sealed class ParallelConsumersTests
{
    private const int Messages = 2_000;

    private readonly SqsService _sqs = new(new AwsEnvironment("eu-west-1", "000000000000", TimeProvider.System));

    [Fact]
    public async Task Every_message_reaches_exactly_one_of_many_polling_consumers()
    {
        var queue = _sqs.Create("orders");

        var received = await ConsumeAsync(queue, group: null);

        Assert.Equal(Enumerable.Range(0, Messages), received.Order());
        Assert.Equal(0, queue.Counts.Total);
    }

    [Fact]
    public async Task Each_group_stays_in_order_among_many_polling_consumers()
    {
        var queue = _sqs.Create("orders.fifo", new Dictionary<string, string> { ["FifoQueue"] = "true", ["ContentBasedDeduplication"] = "true" });

        var received = await ConsumeAsync(queue, group: body => $"g{body % 7}");

        Assert.Equal(Messages, received.Count);
        Assert.All(received.GroupBy(body => body % 7), group => Assert.Equal(group.Order(), group));
    }

    private static async Task<IReadOnlyCollection<int>> ConsumeAsync(SqsQueue queue, Func<int, string>? group)
    {
        var received = new ConcurrentQueue<int>();
        using var done = new CancellationTokenSource();
        var consumers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => Consume(queue, received, done))).ToArray();
        for (var i = 0; i < Messages; i++)
        {
            queue.Send(i.ToString(CultureInfo.InvariantCulture), group?.Invoke(i));
        }

        await Task.WhenAll(consumers);
        return received;
    }

    private static async Task Consume(SqsQueue queue, ConcurrentQueue<int> received, CancellationTokenSource done)
    {
        var options = new ReceiveOptions(3) { Wait = TimeSpan.FromSeconds(20) };
        while (!done.IsCancellationRequested)
        {
            try
            {
                foreach (var message in await queue.ReceiveAsync(options, done.Token))
                {
                    received.Enqueue(int.Parse(message.Body, CultureInfo.InvariantCulture));
                    queue.Delete(message.ReceiptHandle);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (received.Count >= Messages)
            {
                await done.CancelAsync();
            }
        }
    }
}
