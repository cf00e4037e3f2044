using System.Text;
using Patterns.Limits;
using Patterns.Workflows;

namespace Patterns.LongRunning.Internal;

/// <summary>Answers the task that waits for a job with the job's end.</summary>
internal static class TaskEnd
{
    private const string Failed = "JobFailed";
    private const string Cancelled = "JobCancelled";
    private const string TooLarge = "JobResultTooLarge";

    /// <summary>A task for which nobody waits any more needs no answer.</summary>
    public static async ValueTask AnswerAsync(IWorkflow workflow, string taskToken, Job job, JobPhase phase, CancellationToken cancellationToken)
    {
        if (phase != JobPhase.Completed)
        {
            var error = phase == JobPhase.Cancelled ? Cancelled : Failed;
            await workflow.FailTaskAsync(taskToken, error, job.Failure ?? $"The job '{job.Id}' was cancelled.", cancellationToken).ConfigureAwait(false);
        }
        else if (Encoding.UTF8.GetByteCount(job.State) is var size and > ServiceLimits.StepFunctionsPayloadBytes)
        {
            var cause = $"The result of the job '{job.Id}' has {size} bytes; a task takes {ServiceLimits.StepFunctionsPayloadBytes}.";
            await workflow.FailTaskAsync(taskToken, TooLarge, cause, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await workflow.SucceedTaskAsync(taskToken, job.State, cancellationToken).ConfigureAwait(false);
        }
    }
}
