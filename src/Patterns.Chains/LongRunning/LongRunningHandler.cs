using Amazon.Lambda.Core;
using Patterns.LongRunning.Internal;

namespace Patterns.LongRunning;

/// <summary>Works on jobs that take longer than an invocation: slice by slice, with a checkpoint after each.</summary>
/// <remarks>
/// <para>
/// Three entries for functions of one class: <see cref="FunctionHandler"/> takes the messages of a queue and hands jobs on by such
/// messages; <see cref="LoopHandler"/> is the task in a loop of a workflow; and <see cref="SweepHandler"/> runs on a schedule and
/// looks after jobs that were left alone.
/// </para>
/// <para>
/// Guarantee: a job goes on from its last checkpoint, whatever dies, and ends once. Each slice is done at-least-once; what it
/// enlists takes effect once, together with its checkpoint. One worker has a job at a time, and a former one writes no
/// checkpoint any more.
/// </para>
/// </remarks>
/// <typeparam name="TState">What a slice goes on from.</typeparam>
public abstract class LongRunningHandler<TState>
{
    private readonly RecordHandlerOptions _options;
    private readonly JobWork<TState> _work;
    private readonly JobIntake<TState> _intake;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected LongRunningHandler(LongRunningJobs<TState> jobs, RecordHandlerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        Jobs = jobs;
        _options = options ?? new();
        _work = new JobWork<TState>(jobs, _options.IsNonRetryable, RunSliceAsync, Migrate);
        _intake = new JobIntake<TState>(_work, _options);
    }

    /// <summary>The jobs.</summary>
    public LongRunningJobs<TState> Jobs { get; }

    /// <summary>
    /// The method to name for the queue of <see cref="LongRunningOptions.Resume"/>. A message is <c>{"job":"…"}</c> to go on with a
    /// job, and with <c>"state"</c> in it, to start it, if there is none of its id.
    /// </summary>
    /// <exception cref="InvalidOperationException">The jobs have no <see cref="LongRunningOptions.Resume"/>.</exception>
    public Task<Stream> FunctionHandler(Stream input, ILambdaContext context) => Jobs.Mail.HandsOn
        ? _intake.FunctionHandler(input, context)
        : throw new InvalidOperationException($"The jobs '{Jobs.Options.Name}' have no {nameof(LongRunningOptions.Resume)}, so that no message can hand them on: set it, or have a workflow call {nameof(LoopHandler)} in a loop.");

    /// <summary>
    /// The method to name for the task of a workflow's loop. The input is that of <see cref="FunctionHandler"/>; the output is
    /// <c>{"job":"…","phase":"Waiting","checkpoint":7,"done":70,"total":100,"continue":true}</c>, with <c>failure</c> and
    /// <c>state</c> at the job's end. Call it again while <c>continue</c> is true.
    /// </summary>
    /// <exception cref="Singleton.LeaseHeldException">Another worker has the job, or died a moment ago: have the workflow retry.</exception>
    /// <exception cref="JobUnknownException">There is no such job, and the input has no <c>state</c>.</exception>
    public async Task<Stream> LoopHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        using var body = new MemoryStream();
        await input.CopyToAsync(body).ConfigureAwait(false);
        var turn = new JobLoopTurn<TState>(_work, _options);
        var outcome = await turn.HandleBatchAsync(RecordBatch.Of(context.AwsRequestId, body.ToArray()), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
        return new MemoryStream(turn.Report);
    }

    /// <summary>
    /// The method to name for a schedule: sends new messages for jobs that wait longer than
    /// <see cref="LongRunningOptions.OrphanAfter"/>, and tells the ends of jobs whose worker died before it did. The event's
    /// content does not matter, and several may run at a time.
    /// </summary>
    /// <exception cref="LongRunningException">Some jobs could not be looked after; the next run tries again.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context) => new JobSweep<TState>(Jobs, _options).FunctionHandler(input, context);

    /// <summary>Does the next slice of a job: a piece that you can afford to do again.</summary>
    /// <remarks>
    /// Returning writes the checkpoint. A <see cref="NonRetryableException"/> ends the job as failed; any other exception has the
    /// slice tried again, up to <see cref="LongRunningOptions.MaxAttempts"/> times.
    /// </remarks>
    /// <param name="state">The state at the last checkpoint.</param>
    /// <param name="slice">The job, and what takes effect with the checkpoint.</param>
    /// <returns><see cref="Slice.Next"/> or <see cref="Slice.Last"/>.</returns>
    protected abstract ValueTask<Slice<TState>> RunSliceAsync(TState state, SliceContext slice);

    /// <summary>Reads a state that code of another <see cref="LongRunningOptions.StateVersion"/> wrote.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="version">The version that wrote the state.</param>
    /// <param name="stateJson">The state as it was written.</param>
    /// <exception cref="JobStateVersionException">Always, by default: the job fails and can be retried when there is code that reads it.</exception>
    protected virtual TState Migrate(string jobId, int version, string stateJson) =>
        throw new JobStateVersionException(jobId, version, Jobs.Options.StateVersion);
}
