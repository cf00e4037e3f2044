using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>One run over the open jobs.</summary>
internal sealed class JobSweep<TState>(LongRunningJobs<TState> jobs, RecordHandlerOptions options) : RecordHandler<bool>(static (_, _) => true, options)
{
    private const int PageSize = 100;

    private readonly List<(string, Exception)> _failures = [];

    protected override async ValueTask HandleAsync(bool message, RecordContext context)
    {
        try
        {
            for (var shard = 0; shard < jobs.Options.OpenShards; shard++)
            {
                await SweepAsync(shard, context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            LongRunningLog.SweepEnded(context.Lambda.Logger);
        }

        if (_failures.Count > 0)
        {
            throw new LongRunningException(_failures);
        }
    }

    private async ValueTask SweepAsync(int shard, RecordContext context)
    {
        string? after = null;
        do
        {
            var page = await jobs.Store.FindOpenAsync(shard, after, PageSize, context.CancellationToken).ConfigureAwait(false);
            foreach (var (jobId, open, job) in page)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                await TrySweepAsync(jobId, open, job, context).ConfigureAwait(false);
            }

            after = page.Count == PageSize ? page[^1].JobId : null;
        }
        while (after is not null);
    }

    private async ValueTask TrySweepAsync(string jobId, TableItem open, Job? job, RecordContext context)
    {
        try
        {
            await SweepAsync(jobId, open, job, context).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            _failures.Add((jobId, exception));
        }
    }

    private async ValueTask SweepAsync(string jobId, TableItem open, Job? job, RecordContext context)
    {
        var now = jobs.Options.Time.GetUtcNow();
        if (job is null || (!job.IsOpen && !job.IsUntold))
        {
            await jobs.Store.CloseAsync(jobId, open[JobFields.Round]!.GetInt64(), context.CancellationToken).ConfigureAwait(false);
        }
        else if (job.ChangedAt + jobs.Options.OrphanAfter > now)
        {
            return;
        }
        else if (!job.IsOpen)
        {
            await jobs.Mail.TellAsync(job, now, context.CancellationToken).ConfigureAwait(false);
            await jobs.Store.ToldAsync(job, context.CancellationToken).ConfigureAwait(false);
        }
        else if (job.PhaseAt(now) == JobPhase.Waiting && jobs.Mail.HandsOn)
        {
            LongRunningMeter.CountOrphan(jobs.Options.Name);
            LongRunningLog.Orphaned(context.Lambda.Logger, job);
            await jobs.Mail.ResumeAsync(jobId, job.Turn, context.CancellationToken).ConfigureAwait(false);
            await jobs.Store.TouchAsync(job, context.CancellationToken).ConfigureAwait(false);
        }
    }
}
