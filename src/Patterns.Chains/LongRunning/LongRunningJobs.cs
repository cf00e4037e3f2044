using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.LongRunning.Internal;
using Patterns.Tables;

namespace Patterns.LongRunning;

/// <summary>The jobs of one kind: starts them, says how they stand, cancels them. Given to the handler that works on them as well.</summary>
/// <remarks>
/// A job is an item with its state at the last checkpoint; while it is open, a second one lists it for the sweep. Guarantee: a job's id starts
/// once while the job is known, and a job ends in one way.
/// </remarks>
/// <typeparam name="TState">What a slice goes on from: a cursor, counts, and in the end the result.</typeparam>
public sealed class LongRunningJobs<TState>
{
    /// <summary>Makes the place for jobs; it may be used by several callers at a time.</summary>
    /// <param name="table">The table; others may use it, too, with other names.</param>
    /// <param name="stateJson">How a state is read and written, from a source-generated context.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public LongRunningJobs(ITable table, JsonTypeInfo<TState> stateJson, LongRunningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stateJson);
        StateJson = stateJson;
        Options = (options ?? new()).Validated();
        Store = new JobStore(table, Options);
        Mail = new JobMail(Options);
    }

    /// <summary>What the jobs were told, with the defaults where they were told nothing.</summary>
    public LongRunningOptions Options { get; }

    internal JsonTypeInfo<TState> StateJson { get; }

    internal JobStore Store { get; }

    internal JobMail Mail { get; }

    private DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>Starts a job, unless one of its id is known, and sends the message that has it begun.</summary>
    /// <remarks>
    /// Call it again when it fails: the job is not started twice, and one that nobody has begun gets its message again. A job
    /// whose message was never sent is found by the sweep.
    /// </remarks>
    /// <param name="jobId">What the job is known by, at most 900 bytes: the name of the file, the id of the request.</param>
    /// <param name="state">What its first slice begins with.</param>
    /// <param name="cancellationToken">Ends the waiting; the job may be started.</param>
    /// <exception cref="JobConflictException">A job of this id is known, and began with another state.</exception>
    /// <exception cref="NonRetryableException">The id is empty or too long, or the state too large.</exception>
    /// <exception cref="TableException">The table could not do it.</exception>
    /// <exception cref="Outbound.SendFailedException">The job is started, but its message was not sent.</exception>
    public async Task<JobStart> StartAsync(string jobId, TState state, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(state, StateJson);
        var (job, isNew) = await Store.StartAsync(JobLayout.Checked(jobId), body, taskToken: null, cancellationToken).ConfigureAwait(false);
        if (job.IsOpen && job is { Checkpoint: 0, Attempts: 0 })
        {
            await Mail.ResumeAsync(jobId, job.Turn, cancellationToken).ConfigureAwait(false);
        }

        return new JobStart(isNew, job.ToStatus(Now));
    }

    /// <summary>How a job stands; null for one that was never started, and for one that is forgotten.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<JobStatus?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        (await Store.FindAsync(JobLayout.Checked(jobId), cancellationToken).ConfigureAwait(false))?.ToStatus(Now);

    /// <summary>A job's state at its last checkpoint: when it is completed, its result.</summary>
    /// <exception cref="JobUnknownException">There is no such job.</exception>
    /// <exception cref="JobStateVersionException">The state has another version than <see cref="LongRunningOptions.StateVersion"/>.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async Task<TState> ReadStateAsync(string jobId, CancellationToken cancellationToken)
    {
        var job = await Store.FindAsync(JobLayout.Checked(jobId), cancellationToken).ConfigureAwait(false) ?? throw new JobUnknownException(jobId);
        return job.StateVersion == Options.StateVersion
            ? Read(job.State)
            : throw new JobStateVersionException(jobId, job.StateVersion, Options.StateVersion);
    }

    /// <summary>
    /// Asks for a job's end. It takes effect at the next checkpoint: a slice that runs is not interrupted, and when it was the last one, the job is
    /// completed. Again, it changes nothing.
    /// </summary>
    /// <returns>Whether the job had not ended yet.</returns>
    /// <exception cref="JobUnknownException">There is no such job.</exception>
    /// <exception cref="TableException">The table could not do it.</exception>
    public async Task<bool> CancelAsync(string jobId, CancellationToken cancellationToken) =>
        await Store.CancelAsync(JobLayout.Checked(jobId), cancellationToken).ConfigureAwait(false);

    /// <summary>Has a job that failed or was cancelled go on from its last checkpoint, with all its attempts.</summary>
    /// <returns>False when it is open or completed, or was forgotten.</returns>
    /// <exception cref="TableException">The table could not do it.</exception>
    /// <exception cref="Outbound.SendFailedException">The job is open again, but its message was not sent; the sweep does so.</exception>
    public async Task<bool> RetryAsync(string jobId, CancellationToken cancellationToken)
    {
        var job = await Store.FindAsync(JobLayout.Checked(jobId), cancellationToken).ConfigureAwait(false);
        if (job?.PhaseAt(Now) is not (JobPhase.Failed or JobPhase.Cancelled) || await Store.ReopenAsync(job, cancellationToken).ConfigureAwait(false) is not { } open)
        {
            return false;
        }

        await Mail.ResumeAsync(jobId, open.Turn, cancellationToken).ConfigureAwait(false);
        return true;
    }

    internal TState Read(string state) => JsonSerializer.Deserialize(state, StateJson)!;
}
