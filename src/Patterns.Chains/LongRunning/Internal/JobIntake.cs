using Patterns.Singleton;

namespace Patterns.LongRunning.Internal;

/// <summary>Takes the messages that have jobs begun or gone on with.</summary>
internal sealed class JobIntake<TState>(JobWork<TState> work, RecordHandlerOptions options)
    : RecordHandler<JobMessage>(static (body, _) => JobMessage.Read(body), options)
{
    protected override async ValueTask HandleAsync(JobMessage message, RecordContext context)
    {
        JobLayout.Checked(message.JobId);
        await work.StartAsync(message, context.CancellationToken).ConfigureAwait(false);
        var (job, wasTaken) = await work.RunAsync(message.JobId, context).ConfigureAwait(false);
        if (wasTaken)
        {
            return;
        }

        if (!job.IsOpen)
        {
            await work.TellAsync(job, context).ConfigureAwait(false);
        }
        else if (message.Turn >= job.Turn)
        {
            // The newest message of a job stays until the job was handed on: its worker may be dead.
            throw new LeaseHeldException(job.Id, work.Jobs.Store.LeaseOf(job.Id).RemainingOf(job.Item));
        }
    }
}
