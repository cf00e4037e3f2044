namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>Does the work of Task states.</summary>
internal interface ITaskRunner
{
    /// <summary>
    /// A token for a task whose resource ends with <c>.waitForTaskToken</c>, made before its parameters are evaluated so that
    /// they can name it as <c>$$.Task.Token</c>. Each attempt has a token of its own.
    /// </summary>
    string CreateTaskToken();

    /// <summary>
    /// Runs a task to its end: the response for a request-response resource, the end of the job for <c>.sync</c>, the answer to
    /// the token for <c>.waitForTaskToken</c>. A failure of the task is an outcome; an exception that escapes fails the
    /// execution with <c>States.Runtime</c>.
    /// </summary>
    /// <param name="call">What to run; progress is reported to it.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the task's time or heartbeat is over, its branch was aborted or the execution ends. The interpreter keeps
    /// the time by itself and does not wait for the runner then, which should let go of the token and stop the job.
    /// </param>
    ValueTask<TaskOutcome> RunAsync(TaskCall call, CancellationToken cancellationToken);
}
