using System.Text.Json.Serialization.Metadata;
using Patterns.DataProcessing.Internal;
using Patterns.FanIn;
using Patterns.FanIn.Internal;
using Patterns.Outbound;

namespace Patterns.DataProcessing;

/// <summary>Splits a job into parts and sends each to the mappers, under the same name at every run.</summary>
/// <remarks>
/// <para>
/// A job whose splitting broke off is split again from its beginning: parts that were sent before are sent again and change
/// nothing. A job that has ended is not split again.
/// </para>
/// <para>Guarantee: every part is sent at-least-once, or the job ends as incomplete.</para>
/// </remarks>
/// <typeparam name="TJob">The job.</typeparam>
/// <typeparam name="TPart">A part.</typeparam>
public abstract class SplitHandler<TJob, TPart> : RecordHandler<TJob>
{
    private const int PartsAtATime = 100;

    private readonly JsonTypeInfo<TPart> _partJson;
    private readonly SplitOptions<TJob> _split;
    private readonly PartReports _reports;
    private readonly OutboundWriter _mappers;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="jobJson">How a job is read, from a source-generated context.</param>
    /// <param name="partJson">How a part is written, from a source-generated context.</param>
    /// <param name="split">Where parts go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the splitting.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SplitHandler(
        JsonTypeInfo<TJob> jobJson,
        JsonTypeInfo<TPart> partJson,
        SplitOptions<TJob> split,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TJob>>? pipeline = null)
        : base(jobJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(partJson);
        ArgumentNullException.ThrowIfNull(split);
        _partJson = partJson;
        _split = split.Validated();
        _reports = new PartReports(split.Jobs);
        _mappers = new OutboundWriter(split.Mappers, split.Jobs.Outbound);
    }

    /// <summary>The parts of a job, the same ones in the same order at every run: a part is known by its position.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected abstract IAsyncEnumerable<TPart> SplitAsync(TJob job, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TJob message, RecordContext context)
    {
        var jobId = FanInKeys.Checked(_split.JobId is { } select ? select(message) : context.MessageId, "The id of the job");
        var token = context.CancellationToken;
        var store = _split.Jobs.Store;
        var job = await store.OpenAsync(jobId, new FanInOpening(), token).ConfigureAwait(false);
        if (job.State != FanInState.Open)
        {
            JobLog.AlreadyEnded(context.Lambda.Logger, jobId);
            return;
        }

        var parts = await SendPartsAsync(message, jobId, context).ConfigureAwait(false);
        job = await store.OpenAsync(jobId, new FanInOpening { Expected = parts }, token).ConfigureAwait(false);
        if (job.Expected != parts)
        {
            JobLog.EndedMeanwhile(context.Lambda.Logger, jobId, parts);
        }

        await _reports.TellReducerAsync(job, token).ConfigureAwait(false);
    }

    /// <returns>How many parts there are.</returns>
    private async ValueTask<int> SendPartsAsync(TJob job, string jobId, RecordContext context)
    {
        var count = 0;
        var waiting = new List<Envelope>(PartsAtATime);
        await foreach (var part in SplitAsync(job, context.CancellationToken).ConfigureAwait(false))
        {
            var id = new JobPart(jobId, count++).ToString();
            waiting.Add((Envelope.Json(id, part, _partJson, _split.PartType) with { Key = id, CorrelationId = jobId }).CausedBy(context));
            if (waiting.Count == PartsAtATime)
            {
                await _mappers.SendAsync(waiting, context.CancellationToken).ConfigureAwait(false);
                waiting.Clear();
            }
        }

        await _mappers.SendAsync(waiting, context.CancellationToken).ConfigureAwait(false);
        return count;
    }
}
