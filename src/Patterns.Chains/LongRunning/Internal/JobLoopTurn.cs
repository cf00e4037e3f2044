using Patterns.Singleton;

namespace Patterns.LongRunning.Internal;

/// <summary>One turn of a workflow's loop.</summary>
internal sealed class JobLoopTurn<TState>(JobWork<TState> work, RecordHandlerOptions options)
    : RecordHandler<JobMessage>(static (body, _) => JobMessage.Read(body), options)
{
    public byte[] Report { get; private set; } = [];

    protected override async ValueTask HandleAsync(JobMessage message, RecordContext context)
    {
        JobLayout.Checked(message.JobId);
        await work.StartAsync(message, context.CancellationToken).ConfigureAwait(false);
        var (job, wasTaken) = await work.RunAsync(message.JobId, context).ConfigureAwait(false);
        if (!wasTaken && job.IsOpen)
        {
            throw new LeaseHeldException(job.Id, work.Jobs.Store.LeaseOf(job.Id).RemainingOf(job.Item));
        }

        await work.TellAsync(job, context).ConfigureAwait(false);
        Report = JobReport.Of(job, work.Jobs.Options.Time.GetUtcNow(), goesOn: job.IsOpen);
    }
}
