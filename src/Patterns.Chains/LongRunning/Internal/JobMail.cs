using Patterns.Outbound;

namespace Patterns.LongRunning.Internal;

/// <summary>Sends what jobs have to say: to the next worker, and at their end to whoever waits for it.</summary>
internal sealed class JobMail(LongRunningOptions options)
{
    private readonly OutboundWriter? _resume = options.Resume is { } resume ? new OutboundWriter(resume, options.Outbound) : null;
    private readonly OutboundWriter? _results = options.Results is { } results ? new OutboundWriter(results, options.Outbound) : null;

    /// <summary>Whether jobs are handed on by messages.</summary>
    public bool HandsOn => _resume is not null;

    public async Task ResumeAsync(string jobId, long turn, CancellationToken cancellationToken)
    {
        if (_resume is not null)
        {
            await _resume.SendAsync([JobMessage.Resume(jobId, turn, Guid.NewGuid())], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>May be called again: the receiver knows the job's id and its round, and a task takes the first answer only.</summary>
    public async Task TellAsync(Job job, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Workflow is { } workflow && job.TaskToken is { } taskToken)
        {
            await TaskEnd.AnswerAsync(workflow, taskToken, job, job.PhaseAt(now), cancellationToken).ConfigureAwait(false);
        }

        if (_results is not null)
        {
            await _results.SendAsync([ResultOf(job, now)], cancellationToken).ConfigureAwait(false);
        }
    }

    private static Envelope ResultOf(Job job, DateTimeOffset now) => new()
    {
        Id = $"{job.Id}/{job.Round}",
        Body = JobReport.Of(job, now, goesOn: null),
        Type = $"job.{job.PhaseAt(now)}".ToLowerInvariant(),
        Subject = job.Id,
        CorrelationId = job.Id,
        Key = job.Id,
    };
}
