using System.Collections.Concurrent;
using Patterns.Connections;

namespace Patterns.WebSocketPush.Internal;

/// <summary>Sends one message to many clients: several at a time, each for a while only.</summary>
internal sealed class Sender(IConnections connections, ConnectionRegistry registry, PushOptions options)
{
    public async ValueTask<PushReport> SendAsync(IReadOnlyCollection<Receiver> receivers, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var waiting = new ConcurrentQueue<Receiver>(receivers);
        var outcomes = new ConcurrentBag<PushOutcome?>();
        var workers = Enumerable.Range(0, Math.Min(options.MaxParallel, receivers.Count)).Select(_ => WorkAsync(waiting, outcomes, message, cancellationToken));
        await Task.WhenAll(workers).ConfigureAwait(false);
        var (sent, gone) = (outcomes.Count(outcome => outcome == PushOutcome.Sent), outcomes.Count(outcome => outcome == PushOutcome.Gone));
        return new PushReport(sent, gone, outcomes.Count - sent - gone);
    }

    private async Task WorkAsync(ConcurrentQueue<Receiver> waiting, ConcurrentBag<PushOutcome?> outcomes, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        while (waiting.TryDequeue(out var receiver))
        {
            var outcome = await SendAsync(receiver.ConnectionId, message, cancellationToken).ConfigureAwait(false);
            outcomes.Add(outcome);
            if (outcome == PushOutcome.Gone)
            {
                await registry.ForgetAsync(receiver, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Null when nobody knows: too slow, or a failure.</summary>
    private async Task<PushOutcome?> SendAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await TryAsync(connectionId, message, cancellationToken).ConfigureAwait(false);
            if (outcome != PushOutcome.Throttled || attempt >= options.Attempts)
            {
                return outcome;
            }

            var longest = options.Backoff * Math.Pow(2, attempt - 1);
            await Task.Delay(longest * (0.5 + (Random.Shared.NextDouble() / 2)), options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PushOutcome?> TryAsync(string connectionId, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // The wait ends also where a client of the service does not heed its token.
            return await connections.PushAsync(connectionId, message, ended.Token).AsTask().WaitAsync(options.SendTimeout, options.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await ended.CancelAsync().ConfigureAwait(false);
            return null;
        }
        catch (ConnectionException)
        {
            return null;
        }
    }
}
