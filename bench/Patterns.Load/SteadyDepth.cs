using System.Diagnostics;

namespace Patterns.Load;

/// <summary>
/// Receives from a queue whose depth stays: each connection receives, deletes what it got and sends as much. Only the
/// time in ReceiveMessage counts.
/// </summary>
internal static class SteadyDepth
{
    /// <returns>Receives per second, as if the connections did nothing else.</returns>
    public static async Task<double> MeasureAsync(Connections connections, string queueUrl, TimeSpan duration, CancellationToken stop)
    {
        var (receives, ticks) = (0L, 0L);
        var start = Stopwatch.GetTimestamp();
        await connections.RunAsync(async connection =>
        {
            var cycle = new Cycle(connection, queueUrl);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                Interlocked.Add(ref ticks, await cycle.RunAsync(stop));
                Interlocked.Increment(ref receives);
            }
        });
        return receives * connections.Count / TimeSpan.FromTicks(ticks).TotalSeconds;
    }

    private sealed class Cycle(SqsConnection connection, string queueUrl)
    {
        private readonly byte[] _receive = Requests.Receive(queueUrl);
        private readonly byte[] _send = Requests.Send(queueUrl);

        public async Task<long> RunAsync(CancellationToken stop)
        {
            var start = Stopwatch.GetTimestamp();
            var received = await connection.PostAsync(Operation.ReceiveMessage, _receive, stop);
            var elapsed = Stopwatch.GetElapsedTime(start);
            var delete = Requests.Delete(queueUrl, received.Span) ?? throw new LoadException("ReceiveMessage found nothing in a queue that has messages.");
            await connection.PostAsync(Operation.DeleteMessageBatch, delete, stop);
            await connection.PostAsync(Operation.SendMessageBatch, _send, stop);
            return elapsed.Ticks;
        }
    }
}
