using System.Text.Json;
using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>Works on one job at a time: takes it, does slices until its end or until time is up, and gives it back.</summary>
internal sealed class JobWork<TState>(
    LongRunningJobs<TState> jobs,
    Func<Exception, bool> isNonRetryable,
    Func<TState, SliceContext, ValueTask<Slice<TState>>> runSlice,
    Func<string, int, string, TState> migrate)
{
    public LongRunningJobs<TState> Jobs => jobs;

    /// <summary>Starts the job when the message has a first state.</summary>
    public async ValueTask StartAsync(JobMessage message, CancellationToken cancellationToken)
    {
        if (message.TaskToken is not null && jobs.Options.Workflow is null)
        {
            throw new NonRetryableException($"The message for the job '{message.JobId}' has a task token, and the jobs have no {nameof(LongRunningOptions.Workflow)} that answers it.");
        }

        if (message.State is not { } state)
        {
            return;
        }

        // As this code writes it, and not as somebody else did.
        var body = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(state, jobs.StateJson)!, jobs.StateJson);
        var (job, isNew) = await jobs.Store.StartAsync(message.JobId, body, message.TaskToken, cancellationToken).ConfigureAwait(false);
        if (!isNew && message.TaskToken is { } taskToken && taskToken != job.TaskToken)
        {
            await jobs.Store.AdoptTaskAsync(job, taskToken, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Works on the job until its end, or until time is up.</summary>
    /// <returns>The job as it is now, or was found; and whether this worker had it.</returns>
    /// <exception cref="JobUnknownException">There is no such job.</exception>
    public async ValueTask<(Job Job, bool WasTaken)> RunAsync(string jobId, RecordContext context)
    {
        var item = jobs.Store.LeaseOf(jobId);
        var attempt = await item.TryTakeAsync(
            context.CancellationToken,
            update => JobStore.Changed(update.Add(JobFields.Attempts, 1), jobs.Options.Time.GetUtcNow())).ConfigureAwait(false);
        if (attempt.Lease is not { } lease)
        {
            return (attempt.Item is { } found ? new Job(jobId, found) : throw new JobUnknownException(jobId), false);
        }

        var run = new JobRun<TState>(jobs, item, lease, new Job(jobId, attempt.Item!), context, runSlice);
        return (await RunAsync(run, context).ConfigureAwait(false), true);
    }

    private async ValueTask<Job> RunAsync(JobRun<TState> run, RecordContext context)
    {
        try
        {
            await run.RunAsync(ReadState).ConfigureAwait(false);
        }
        catch (Exception exception) when (isNonRetryable(exception))
        {
            LongRunningLog.SliceFailed(context.Lambda.Logger, run.Job, exception);
            await run.EndAsync(JobPhase.Failed, FailureOf(exception)).ConfigureAwait(false);
        }
        catch
        {
            await run.LetGoAsync().ConfigureAwait(false);
            throw;
        }

        if (!run.Job.IsOpen)
        {
            await TellAsync(run.Job, context).ConfigureAwait(false);
        }

        return run.Job;
    }

    /// <summary>Tells the end of a job, unless that was done.</summary>
    public async ValueTask TellAsync(Job job, RecordContext context)
    {
        if (!job.IsUntold)
        {
            return;
        }

        LongRunningLog.Ended(context.Lambda.Logger, job, jobs.Options.Time.GetUtcNow());
        await jobs.Mail.TellAsync(job, jobs.Options.Time.GetUtcNow(), context.GraceToken).ConfigureAwait(false);
        await jobs.Store.ToldAsync(job, context.GraceToken).ConfigureAwait(false);
    }

    private TState ReadState(Job job)
    {
        try
        {
            return job.StateVersion == jobs.Options.StateVersion ? jobs.Read(job.State) : migrate(job.Id, job.StateVersion, job.State);
        }
        catch (JsonException exception)
        {
            throw new NonRetryableException($"The state of the job '{job.Id}' cannot be read, though its version is {job.StateVersion}: {exception.Message} Raise StateVersion with every change that older states cannot be read in.", exception);
        }
    }

    private static string FailureOf(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
