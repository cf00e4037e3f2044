using Patterns.Workflows;

namespace Patterns.Testing;

/// <summary>A workflow in memory that keeps the contract of <see cref="IWorkflow"/> and the limits of Step Functions.</summary>
/// <remarks>
/// A run is one task that waits for a callback: <see cref="TokenOf"/> has its token, and its answer ends the run. A test that plays
/// the workflow otherwise ends runs by <see cref="Succeed"/>, <see cref="Fail"/> and <see cref="Abort"/>.
/// </remarks>
/// <param name="name">The workflow's name.</param>
/// <param name="time">The clock by which tasks time out and names are forgotten; null for the system's.</param>
public sealed class InMemoryWorkflow(string name = "memory", TimeProvider? time = null) : IWorkflow
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Dictionary<string, StoredRun> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredRun> _byToken = new(StringComparer.Ordinal);
    private readonly List<StoredRun> _started = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>How long a run waits for its callback; null, the default, for ever. A run whose time is over has failed with <c>States.Timeout</c>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// How long a run waits for the next heartbeat; null, the default, for ever. A run whose heartbeats stay away has failed with
    /// <c>States.HeartbeatTimeout</c>.
    /// </summary>
    public TimeSpan? HeartbeatTimeout { get; init; }

    /// <summary>How long the name of a run that ended is remembered. Default: 90 days, as Step Functions does.</summary>
    public TimeSpan RemembersNamesFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Asked for each call with the run's name or the task's token: the failure to throw, or null to go on. Default: goes on.</summary>
    public Func<string, WorkflowException?> Refuse { get; set; } = static _ => null;

    /// <summary>All runs in the order of their starts.</summary>
    public IReadOnlyList<WorkflowRun> Runs => Locked<IReadOnlyList<WorkflowRun>>(now => [.. _started.Select(run => run.Settled(now))]);

    /// <summary>The token of the task for which a run waits; it stays known when the run is over.</summary>
    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    public string TokenOf(string runName) => Locked(_ => Known(runName).Token);

    /// <summary>The input that a run was started with.</summary>
    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    public string InputOf(string runName) => Locked(_ => Known(runName).Input);

    /// <summary>Ends a run well.</summary>
    /// <exception cref="InvalidOperationException">There is no such run, or it has ended.</exception>
    public void Succeed(string runName, string output) => End(runName, run => run with { Status = WorkflowStatus.Succeeded, Output = output });

    /// <summary>Ends a run with an error.</summary>
    /// <exception cref="InvalidOperationException">There is no such run, or it has ended.</exception>
    public void Fail(string runName, string error, string cause) => End(runName, run => run with { Status = WorkflowStatus.Failed, Error = error, Cause = cause });

    /// <summary>Stops a run.</summary>
    /// <exception cref="InvalidOperationException">There is no such run, or it has ended.</exception>
    public void Abort(string runName) => End(runName, run => run with { Status = WorkflowStatus.Aborted });

    /// <inheritdoc/>
    public ValueTask<WorkflowRun> StartAsync(string runName, string input, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckName(runName);
        WorkflowArguments.CheckPayload(input);
        Check(runName, cancellationToken);
        return ValueTask.FromResult(Locked(now =>
        {
            if (Find(runName, now) is not { } run)
            {
                return Start(runName, input, now);
            }

            return run.Input == input
                ? run.Settled(now)
                : throw new WorkflowException($"{Name}: start of {runName}: a run of that name has another input.", isRetryable: false) { IsNameTaken = true };
        }));
    }

    /// <inheritdoc/>
    public ValueTask<WorkflowRun?> FindAsync(string runName, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckName(runName);
        Check(runName, cancellationToken);
        return ValueTask.FromResult(Locked(now => Find(runName, now)?.Settled(now)));
    }

    /// <inheritdoc/>
    public ValueTask<TaskAnswer> SucceedTaskAsync(string taskToken, string output, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckPayload(output);
        return AnswerAsync(taskToken, run => run with { Status = WorkflowStatus.Succeeded, Output = output }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TaskAnswer> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken)
    {
        WorkflowArguments.CheckFailure(error, cause);
        return AnswerAsync(taskToken, run => run with { Status = WorkflowStatus.Failed, Error = error, Cause = cause }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TaskAnswer> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken) =>
        AnswerAsync(taskToken, static run => run, cancellationToken);

    private ValueTask<TaskAnswer> AnswerAsync(string token, Func<WorkflowRun, WorkflowRun> answer, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        Check(token, cancellationToken);
        return ValueTask.FromResult(Locked(now =>
        {
            var run = _byToken.GetValueOrDefault(token) ?? throw new WorkflowException($"{Name}: answer to a task: the token is none of this workflow.", isRetryable: false);
            if (run.Settled(now).HasEnded)
            {
                return TaskAnswer.Gone;
            }

            run.Change(answer, now);
            return TaskAnswer.Accepted;
        }));
    }

    private void End(string runName, Func<WorkflowRun, WorkflowRun> end) => Locked(now =>
    {
        var run = Known(runName);
        if (run.Settled(now).HasEnded)
        {
            throw new InvalidOperationException($"The run {runName} of {Name} has ended.");
        }

        run.Change(end, now);
        return run;
    });

    private WorkflowRun Start(string runName, string input, DateTimeOffset now)
    {
        var run = new StoredRun(new WorkflowRun(runName, $"{Name}:{runName}", WorkflowStatus.Running) { StartedAt = now }, input, Timeout, HeartbeatTimeout);
        _runs[runName] = run;
        _byToken[run.Token] = run;
        _started.Add(run);
        return run.Settled(now);
    }

    private StoredRun? Find(string runName, DateTimeOffset now)
    {
        var run = _runs.GetValueOrDefault(runName);
        return run?.Settled(now).EndedAt is { } end && now - end >= RemembersNamesFor ? null : run;
    }

    private StoredRun Known(string runName) =>
        _runs.GetValueOrDefault(runName) ?? throw new InvalidOperationException($"{Name} has no run {runName}.");

    private void Check(string subject, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Refuse(subject) is { } failure)
        {
            throw failure;
        }
    }

    private TResult Locked<TResult>(Func<DateTimeOffset, TResult> action)
    {
        lock (_lock)
        {
            return action(_time.GetUtcNow());
        }
    }
}
