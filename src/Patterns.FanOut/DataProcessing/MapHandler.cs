using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.DataProcessing.Internal;
using Patterns.FanIn.Internal;

namespace Patterns.DataProcessing;

/// <summary>Works on the parts of jobs, one by one, and keeps each part's result under the part's name.</summary>
/// <remarks>
/// <para>
/// A part that fails is delivered again by its queue, alone; one that comes to the dead-letter queue in the end is for a
/// <see cref="DeadPartHandler"/>. A failure that no retry can help (<see cref="RecordHandlerOptions.IsNonRetryable"/>) rejects the
/// part: it is written down with the reason, and counts.
/// </para>
/// <para>Guarantee: every part's result counts once (effect-once); the mapping itself may run more than once.</para>
/// </remarks>
/// <typeparam name="TPart">A part.</typeparam>
/// <typeparam name="TPartResult">What is made of it.</typeparam>
public abstract class MapHandler<TPart, TPartResult> : RecordHandler<TPart>
{
    private readonly JsonTypeInfo<TPartResult> _resultJson;
    private readonly PartReports _reports;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="partJson">How a part is read, from a source-generated context.</param>
    /// <param name="resultJson">How its result is written, from a source-generated context.</param>
    /// <param name="jobs">Where results are kept.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the mapping.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected MapHandler(
        JsonTypeInfo<TPart> partJson,
        JsonTypeInfo<TPartResult> resultJson,
        JobOptions jobs,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TPart>>? pipeline = null)
        : base(partJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(resultJson);
        ArgumentNullException.ThrowIfNull(jobs);
        _resultJson = resultJson;
        _reports = new PartReports(jobs);
    }

    /// <summary>Works on one part. It may run again for the same part, also at the same time: leave nothing behind but the result.</summary>
    /// <param name="part">The part.</param>
    /// <param name="key">Which part of which job.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected abstract ValueTask<TPartResult> MapAsync(TPart part, JobPart key, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TPart message, RecordContext context)
    {
        if (!JobPart.TryParse(context.MessageId, out var part))
        {
            throw new NonRetryableException($"Message {context.MessageId} is no part of a job: its id must be the job's, a slash and a number.");
        }

        var (outcome, isLate) = await _reports.FindAsync(part, context.CancellationToken).ConfigureAwait(false);
        if (outcome == PartOutcome.Loaded || (isLate && outcome is not null))
        {
            await _reports.ResumeAsync(part.JobId, context.CancellationToken).ConfigureAwait(false);
        }
        else if (isLate)
        {
            _reports.NoteLate(part, context);
        }
        else
        {
            var (ending, body) = await TryMapAsync(message, part, context).ConfigureAwait(false);
            await _reports.ReportAsync(part, ending, body, context).ConfigureAwait(false);
        }
    }

    private async ValueTask<(PartOutcome Outcome, string Body)> TryMapAsync(TPart message, JobPart part, RecordContext context)
    {
        try
        {
            var result = await MapAsync(message, part, context.CancellationToken).ConfigureAwait(false);
            return (PartOutcome.Loaded, ToText(result, part));
        }
        catch (Exception exception) when (Options.IsNonRetryable(exception))
        {
            JobLog.Rejected(context.Lambda.Logger, part, exception);
            return (PartOutcome.Rejected, FailureAttributes.Clean(exception.Message));
        }
    }

    private string ToText(TPartResult result, JobPart part)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(result, _resultJson);
        return bytes.Length <= PartIntake.MostBodyBytes
            ? System.Text.Encoding.UTF8.GetString(bytes)
            : throw new ResultTooLargeException(part, bytes.Length, PartIntake.MostBodyBytes);
    }
}
