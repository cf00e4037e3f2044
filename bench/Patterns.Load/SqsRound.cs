using System.Collections.Concurrent;

namespace Patterns.Load;

/// <summary>Fills a new queue, receives all of it, deletes all of it: how long each of the three took.</summary>
internal sealed record SqsRound(TimeSpan Send, TimeSpan Receive, TimeSpan Delete)
{
    public static async Task<SqsRound> RunAsync(Uri endpoint, Connections connections, int messages, CancellationToken stop)
    {
        await using var queue = await Queue.CreateAsync(endpoint, stop);
        var send = await connections.SendAsync(queue.Url, messages, stop);
        var deletes = new ConcurrentBag<byte[]>();
        var receive = await ReceiveAsync(connections, queue.Url, deletes, stop);
        var delete = await DeleteAsync(connections, deletes, stop);
        var left = await queue.CountAsync(stop);
        return left == 0
            ? new SqsRound(send, receive, delete)
            : throw new LoadException($"{left} messages are left in the queue, where there must be none.");
    }

    private static Task<TimeSpan> ReceiveAsync(Connections connections, string queueUrl, ConcurrentBag<byte[]> deletes, CancellationToken stop)
    {
        var body = Requests.Receive(queueUrl);
        return connections.RunAsync(async connection =>
        {
            while (Requests.Delete(queueUrl, (await connection.PostAsync(Operation.ReceiveMessage, body, stop)).Span) is { } delete)
            {
                deletes.Add(delete);
            }
        });
    }

    private static Task<TimeSpan> DeleteAsync(Connections connections, ConcurrentBag<byte[]> deletes, CancellationToken stop) =>
        connections.RunAsync(async connection =>
        {
            while (deletes.TryTake(out var body))
            {
                await connection.PostAsync(Operation.DeleteMessageBatch, body, stop);
            }
        });
}
