namespace Patterns.Workflows;

/// <summary>A workflow whose runs are started by name, and whose tasks are answered by token.</summary>
/// <remarks>
/// <para>
/// A start is effect-once per name: however often and from wherever the same name with the same input is started, there is one run of
/// it, for as long as the service remembers the name (90 days after its end on Step Functions). Derive the name from what the run is
/// about, such as an order's id, never from a random number.
/// </para>
/// <para>An answer to a task is effect-once as well: of several, the first one counts.</para>
/// <para>Implementations are safe for use by several callers at a time.</para>
/// </remarks>
public interface IWorkflow
{
    /// <summary>The workflow's ARN or name, for errors and logs.</summary>
    string Name { get; }

    /// <summary>Starts a run, or finds the one that was started with the same name and input, running or ended.</summary>
    /// <param name="runName">
    /// 1 to <see cref="WorkflowArguments.NameLength"/> characters; no space, control character or any of
    /// <c>&lt;&gt;{}[]?*"#%\^|~`$&amp;,;:/</c>.
    /// </param>
    /// <param name="input">JSON of at most <see cref="Limits.ServiceLimits.StepFunctionsPayloadBytes"/> in UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting; the run may have been started.</param>
    /// <returns>The run as far as it is known: one that was started just now is <see cref="WorkflowStatus.Running"/>.</returns>
    /// <exception cref="ArgumentException">The name or the input can never be accepted.</exception>
    /// <exception cref="WorkflowException">
    /// The run could not be started, or one of that name has another input: see <see cref="WorkflowException.IsNameTaken"/>. Starting
    /// again does no harm.
    /// </exception>
    ValueTask<WorkflowRun> StartAsync(string runName, string input, CancellationToken cancellationToken);

    /// <summary>The run with a name, or null when there is none or none any more.</summary>
    /// <remarks>Callers that poll for an end ask here; a run that was started a moment ago may not be found yet.</remarks>
    /// <exception cref="ArgumentException">The name can never be one of a run.</exception>
    /// <exception cref="WorkflowException">The run could not be read.</exception>
    ValueTask<WorkflowRun?> FindAsync(string runName, CancellationToken cancellationToken);

    /// <summary>Answers a task that waits for a callback with its result.</summary>
    /// <param name="taskToken">What the run handed out for the task.</param>
    /// <param name="output">JSON of at most <see cref="Limits.ServiceLimits.StepFunctionsPayloadBytes"/> in UTF-8.</param>
    /// <param name="cancellationToken">Ends the waiting; the answer may have been taken.</param>
    /// <exception cref="ArgumentException">The token is empty, or the output can never be accepted.</exception>
    /// <exception cref="WorkflowException">The answer could not be given, or the token is none. Answering again does no harm.</exception>
    ValueTask<TaskAnswer> SucceedTaskAsync(string taskToken, string output, CancellationToken cancellationToken);

    /// <summary>Answers a task that waits for a callback with an error, which the workflow's retries and catchers see.</summary>
    /// <param name="taskToken">What the run handed out for the task.</param>
    /// <param name="error">The error's name, at most <see cref="WorkflowArguments.ErrorLength"/> characters.</param>
    /// <param name="cause">What people read, at most <see cref="WorkflowArguments.CauseLength"/> characters; it is kept with the run.</param>
    /// <param name="cancellationToken">Ends the waiting; the answer may have been taken.</param>
    /// <exception cref="ArgumentException">The token is empty, or a text is too long.</exception>
    /// <exception cref="WorkflowException">The answer could not be given, or the token is none. Answering again does no harm.</exception>
    ValueTask<TaskAnswer> FailTaskAsync(string taskToken, string error, string cause, CancellationToken cancellationToken);

    /// <summary>Says that the work on a task goes on, so that its heartbeat time starts anew; its whole time does not.</summary>
    /// <param name="taskToken">What the run handed out for the task.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns><see cref="TaskAnswer.Gone"/> tells the worker to stop: nobody waits for its result any more.</returns>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    /// <exception cref="WorkflowException">The heartbeat could not be given, or the token is none.</exception>
    ValueTask<TaskAnswer> HeartbeatTaskAsync(string taskToken, CancellationToken cancellationToken);
}
