using System.Text.Json;
using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.LongRunning.Internal;

/// <summary>One worker's time with a job.</summary>
internal sealed class JobRun<TState>(
    LongRunningJobs<TState> jobs,
    LeaseItem item,
    Lease lease,
    Job taken,
    RecordContext context,
    Func<TState, SliceContext, ValueTask<Slice<TState>>> runSlice)
{
    private const int LongestFailure = 1000;

    private readonly TimeProvider _time = jobs.Options.Time;
    private readonly TaskPulse _pulse = new(jobs.Options);
    private TimeSpan _longestSlice;

    /// <summary>The job as it is now.</summary>
    public Job Job { get; private set; } = taken;

    public async ValueTask RunAsync(Func<Job, TState> read)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lease.Lost);
        if (Job.Attempts > jobs.Options.MaxAttempts)
        {
            await EndAsync(JobPhase.Failed, $"Workers began {Job.Attempts - 1} times from checkpoint {Job.Checkpoint} and did not come to the next one.").ConfigureAwait(false);
            return;
        }

        for (var slices = 0; Job.IsOpen; slices++)
        {
            if (Job.IsCancelRequested || !await IsAwaitedAsync().ConfigureAwait(false))
            {
                await EndAsync(JobPhase.Cancelled, failure: null).ConfigureAwait(false);
            }
            else if (slices > 0 && !HasTime)
            {
                await HandOnAsync().ConfigureAwait(false);
                return;
            }
            else
            {
                // From what was written, so that what does not survive a crash shows at once.
                await RunSliceAsync(read(Job), both.Token).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends the job where it stands, with what was written last as its state.</summary>
    public async ValueTask EndAsync(JobPhase phase, string? failure)
    {
        var update = Ended(jobs.Store.Update(Job.Id).Set(JobFields.Checkpoint, Job.Checkpoint + 1), phase);
        if (failure is not null)
        {
            update = update.Set(JobFields.Failure, failure.Length > LongestFailure ? failure[..LongestFailure] : failure);
        }

        await CommitAsync(update, [], context.GraceToken).ConfigureAwait(false);
    }

    /// <summary>Gives the job back after a failure, so that the next worker need not wait for the lease's end.</summary>
    public async ValueTask LetGoAsync()
    {
        try
        {
            await lease.ReleaseAsync(context.GraceToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            SingletonLog.NotReleased(context.Lambda.Logger, lease, exception);
        }
    }

    private async ValueTask<bool> IsAwaitedAsync()
    {
        if (await _pulse.BeatAsync(Job, context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        LongRunningLog.NobodyWaits(context.Lambda.Logger, Job);
        return false;
    }

    private bool HasTime => context.RemainingTime >= Longer(jobs.Options.SliceTime, _longestSlice * 1.5);

    private async ValueTask RunSliceAsync(TState state, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var slice = new SliceContext(Job.Id, Job.Checkpoint, Math.Max(Job.Attempts, 1), lease, context.Lambda, cancellationToken);
        var result = await runSlice(state, slice).ConfigureAwait(false);
        _longestSlice = Longer(_longestSlice, _time.GetElapsedTime(start));
        await CommitAsync(CheckpointOf(result), slice.Enlisted, context.GraceToken).ConfigureAwait(false);
    }

    private TableUpdate CheckpointOf(Slice<TState> result)
    {
        var update = jobs.Store.Update(Job.Id)
            .Set(JobFields.State, JobStore.Checked(Job.Id, JsonSerializer.SerializeToUtf8Bytes(result.State, jobs.StateJson)))
            .Set(JobFields.StateVersion, jobs.Options.StateVersion)
            .Set(JobFields.Checkpoint, Job.Checkpoint + 1)
            .Set(JobFields.Attempts, 1);
        if (result.Progress is { } progress)
        {
            update = update.Set(JobFields.Done, Math.Max(progress.Done, Job.Progress?.Done ?? 0));
            update = progress.Total is { } total ? update.Set(JobFields.Total, total) : update;
        }

        return result.IsLast ? Ended(update, JobPhase.Completed) : update;
    }

    private TableUpdate Ended(TableUpdate update, JobPhase phase) => LeaseFields.GiveBack(update)
        .Set(JobFields.Phase, phase.ToString())
        .Set(JobFields.Untold, true) with
    {
        ExpiresAt = _time.GetUtcNow() + jobs.Options.Retention,
    };

    private async ValueTask CommitAsync(TableUpdate update, IReadOnlyList<TableWrite> enlisted, CancellationToken cancellationToken)
    {
        var next = Job.Checkpoint + 1;
        update = update with { Condition = TableCondition.Equal(JobFields.Checkpoint, Job.Checkpoint) };
        var written = await LeasedCommit.RunAsync(item, lease, update, found => new Job(Job.Id, found).Checkpoint == next, enlisted, cancellationToken).ConfigureAwait(false);
        written ??= await item.ReadAsync(cancellationToken).ConfigureAwait(false);
        Job = new Job(Job.Id, written ?? throw new JobUnknownException(Job.Id));
        if (Job.IsOpen)
        {
            LongRunningMeter.CountCheckpoint(jobs.Options.Name);
            return;
        }

        lease.Stop();
        LongRunningMeter.CountEnded(jobs.Options.Name, Job.PhaseAt(_time.GetUtcNow()));
    }

    /// <summary>First the lease goes, so that the message finds the job free; should this worker die in between, the sweep sends another.</summary>
    private async ValueTask HandOnAsync()
    {
        var turn = Job.Turn + 1;
        var given = await lease.ReleaseAsync(update => Handed(update, turn), context.GraceToken).ConfigureAwait(false);
        Job = new Job(Job.Id, given ?? throw new LeaseLostException(lease.Name, lease.Token));

        LongRunningLog.HandedOn(context.Lambda.Logger, Job, turn);
        await jobs.Mail.ResumeAsync(Job.Id, turn, context.GraceToken).ConfigureAwait(false);
    }

    private TableUpdate Handed(TableUpdate update, long turn) =>
        JobStore.Changed(update.Set(JobFields.Turn, turn).Set(JobFields.Attempts, 0), _time.GetUtcNow());

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
