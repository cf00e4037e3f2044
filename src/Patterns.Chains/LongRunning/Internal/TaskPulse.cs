using Amazon.Lambda.Core;
using Patterns.Workflows;

namespace Patterns.LongRunning.Internal;

/// <summary>Tells the task that waits for a job that it goes on.</summary>
internal sealed class TaskPulse(LongRunningOptions options)
{
    private long? _last;

    /// <returns>False when nobody waits for the job any more.</returns>
    public async ValueTask<bool> BeatAsync(Job job, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (options.Workflow is not { } workflow || job.TaskToken is not { } taskToken || !IsDue)
        {
            return true;
        }

        _last = options.Time.GetTimestamp();
        try
        {
            return await workflow.HeartbeatTaskAsync(taskToken, cancellationToken).ConfigureAwait(false) == TaskAnswer.Accepted;
        }
        catch (WorkflowException exception)
        {
            // The next one may come through; without any in time, the workflow decides.
            LongRunningLog.NoPulse(logger, job, exception);
            return true;
        }
    }

    private bool IsDue => _last is not { } last || options.Time.GetElapsedTime(last) >= options.HeartbeatInterval;
}
