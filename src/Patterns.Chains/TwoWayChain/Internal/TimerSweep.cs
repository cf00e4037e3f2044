using Patterns.Tables;

namespace Patterns.TwoWayChain.Internal;

/// <summary>Looks at everything whose timer is due.</summary>
/// <param name="timers">The timers.</param>
/// <param name="look">Looks at what one timer is for, and moves or drops it.</param>
/// <param name="options">The handler's.</param>
internal sealed class TimerSweep(DueTimers timers, Func<TableKey, RecordContext, ValueTask> look, RecordHandlerOptions options)
    : RecordHandler<Tick>(static (_, _) => default, options)
{
    private const int PageSize = 500;

    /// <exception cref="SweepException">Some could not be looked at; the others were, and the next sweep tries again.</exception>
    protected override async ValueTask HandleAsync(Tick message, RecordContext context)
    {
        var failures = new List<(string, Exception)>();
        try
        {
            for (var shard = 0; shard < timers.Shards; shard++)
            {
                await SweepAsync(shard, failures, context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            SweepLog.OutOfTime(context.Lambda.Logger);
        }

        if (failures.Count > 0)
        {
            throw new SweepException(failures);
        }
    }

    private async ValueTask SweepAsync(int shard, List<(string Id, Exception Exception)> failures, RecordContext context)
    {
        var page = new List<TableKey>(PageSize);
        await foreach (var timer in timers.FindDueAsync(shard, context.CancellationToken).ConfigureAwait(false))
        {
            page.Add(timer);
            if (page.Count == PageSize)
            {
                await LookAsync(page, failures, context).ConfigureAwait(false);
                page.Clear();
            }
        }

        await LookAsync(page, failures, context).ConfigureAwait(false);
    }

    /// <summary>What fails stays where it is and holds up no other.</summary>
    private async ValueTask LookAsync(List<TableKey> page, List<(string Id, Exception Exception)> failures, RecordContext context)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Options.MaxParallelism, CancellationToken = context.CancellationToken };
        await Parallel.ForEachAsync(page, parallel, async (timer, _) =>
        {
            try
            {
                await look(timer, context).ConfigureAwait(false);
            }
            catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
            {
                lock (failures)
                {
                    failures.Add((DueTimers.IdOf(timer), exception));
                }
            }
        }).ConfigureAwait(false);
    }
}
