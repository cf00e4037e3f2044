using System.Diagnostics;

namespace Patterns.Load;

/// <summary>Several connections under load at the same time.</summary>
internal sealed class Connections : IDisposable
{
    private readonly SqsConnection[] _all;

    public Connections(Uri endpoint, int count)
    {
        _all = new SqsConnection[count];
        for (var i = 0; i < count; i++)
        {
            _all[i] = new SqsConnection(endpoint);
        }
    }

    public int Count => _all.Length;

    /// <summary>Has each connection do the same work until it ends on all of them.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> RunAsync(Func<SqsConnection, Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Array.ConvertAll(_all, connection => Task.Run(() => work(connection))));
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Sends the same batch again and again, shared between the connections.</summary>
    /// <returns>How long it took.</returns>
    public Task<TimeSpan> SendAsync(string queueUrl, int messages, CancellationToken cancellationToken)
    {
        var body = Requests.Send(queueUrl);
        var left = messages / Requests.BatchSize;
        return RunAsync(async connection =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await connection.PostAsync(Operation.SendMessageBatch, body, cancellationToken);
            }
        });
    }

    public void Dispose() => Array.ForEach(_all, connection => connection.Dispose());
}
