using Patterns.Tables;

namespace Patterns.FanIn.Internal;

/// <summary>Brings on all aggregates whose timers are due.</summary>
internal sealed class Sweep(FanInStore store, Aggregator aggregator, RecordHandlerOptions options)
    : RecordHandler<Tick>(static (_, _) => default, options)
{
    private const int PageSize = 500;

    protected override async ValueTask HandleAsync(Tick message, RecordContext context)
    {
        var failures = new List<(string, Exception)>();
        try
        {
            for (var shard = 0; shard < store.Options.TimerShards; shard++)
            {
                await SweepAsync(shard, failures, context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            FanInLog.SweepEnded(context.Lambda.Logger);
        }

        if (failures.Count > 0)
        {
            throw new FanInException(failures);
        }
    }

    /// <summary>Goes along the shard once; what fails stays where it is and holds up no other.</summary>
    private async ValueTask SweepAsync(int shard, List<(string, Exception)> failures, RecordContext context)
    {
        List<TableKey> page;
        string? after = null;
        do
        {
            page = await store.Aggregates.FindDueAsync(shard, after, PageSize, context.CancellationToken).ConfigureAwait(false);
            var queue = new Queue<TableKey>(page);
            await Task.WhenAll(Enumerable.Range(0, Math.Min(page.Count, Options.MaxParallelism)).Select(_ => WorkAsync(queue, failures, context))).ConfigureAwait(false);
            context.CancellationToken.ThrowIfCancellationRequested();
            after = page.Count > 0 ? page[^1].Sort : null;
        }
        while (page.Count == PageSize);
    }

    private async Task WorkAsync(Queue<TableKey> queue, List<(string, Exception)> failures, RecordContext context)
    {
        while (!context.CancellationToken.IsCancellationRequested && Take(queue) is { } timer)
        {
            var correlationId = FanInKeys.CorrelationOf(timer.Sort);
            try
            {
                await SweepAsync(timer, correlationId, context).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                lock (failures)
                {
                    failures.Add((correlationId, exception));
                }
            }
        }
    }

    private static TableKey? Take(Queue<TableKey> queue)
    {
        lock (queue)
        {
            return queue.TryDequeue(out var timer) ? timer : null;
        }
    }

    private async ValueTask SweepAsync(TableKey timer, string correlationId, RecordContext context)
    {
        var token = context.CancellationToken;
        var head = await aggregator.AdvanceAsync(correlationId, resumes: true, context.Lambda.Logger, token).ConfigureAwait(false);
        if (head is null)
        {
            FanInMeter.CountLost(store.Options.Name);
            FanInLog.Lost(context.Lambda.Logger, correlationId);
            await store.Aggregates.DropTimerAsync(timer, token).ConfigureAwait(false);
        }
        else if (head.State == FanInState.Open)
        {
            await store.Aggregates.RearmAsync(head, token).ConfigureAwait(false);
        }
    }
}
