using Amazon.Lambda.Core;
using Patterns.FanIn;
using Patterns.FanIn.Internal;
using Patterns.Outbound;

namespace Patterns.DataProcessing.Internal;

/// <summary>Writes down how parts ended, and has the reducer look at a job that may be at its end.</summary>
internal sealed class PartReports
{
    private readonly JobOptions _jobs;
    private readonly PartIntake _intake;
    private readonly OutboundWriter _reducer;

    public PartReports(JobOptions jobs)
    {
        _jobs = jobs.Validated();
        _reducer = new OutboundWriter(jobs.Reducer, jobs.Outbound);
        _intake = new PartIntake(jobs.Store, AdvanceAsync);
    }

    /// <summary>How a part stands: how it ended, and whether its job takes no report of it any more.</summary>
    public async ValueTask<(PartOutcome? Outcome, bool IsLate)> FindAsync(JobPart part, CancellationToken cancellationToken)
    {
        var (head, stored) = await _jobs.Store.Aggregates.FindPartAsync(part.JobId, part.Id, cancellationToken).ConfigureAwait(false);
        return ((PartOutcome?)stored?.Rank, head is { State: not FanInState.Open });
    }

    public async ValueTask ReportAsync(JobPart part, PartOutcome outcome, string body, RecordContext context)
    {
        var report = new NewPart(part.Id, body, Expected: null, (int)outcome);
        var fate = await _intake.TakeAsync(part.JobId, report, context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false);
        if (fate == PartFate.Late)
        {
            NoteLate(part, context);
        }
    }

    public void NoteLate(JobPart part, RecordContext context)
    {
        FanInMeter.CountLate(_jobs.Store.Options.Name);
        JobLog.Late(context.Lambda.Logger, part);
    }

    /// <summary>Tells the reducer of a job whose parts have all been reported, unless it has published the result already.</summary>
    public async ValueTask TellReducerAsync(FanInStatus job, CancellationToken cancellationToken)
    {
        if (job.State != FanInState.Published && job.PartCount >= job.Expected)
        {
            var ready = Envelope.Json($"{job.CorrelationId}/ready", new JobReady(job.CorrelationId), JobJson.Default.JobReady);
            await _reducer.SendAsync([ready with { Key = job.CorrelationId, CorrelationId = job.CorrelationId }], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>For a part that was reported before: the one who did so may have died before it told the reducer.</summary>
    public ValueTask ResumeAsync(string jobId, CancellationToken cancellationToken) => AdvanceAsync(jobId, resumes: true, logger: null, cancellationToken);

    private async ValueTask AdvanceAsync(string jobId, bool resumes, ILambdaLogger? logger, CancellationToken cancellationToken)
    {
        if (await _jobs.Store.FindAsync(jobId, cancellationToken).ConfigureAwait(false) is { } job && (resumes || job.State == FanInState.Open))
        {
            await TellReducerAsync(job, cancellationToken).ConfigureAwait(false);
        }
    }
}
