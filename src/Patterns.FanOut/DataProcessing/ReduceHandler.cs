using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.DataProcessing.Internal;
using Patterns.FanIn;
using Patterns.FanIn.Internal;

namespace Patterns.DataProcessing;

/// <summary>Reduces the results of a job's parts to one, once every part is loaded, rejected or dead-lettered, and publishes it.</summary>
/// <remarks>
/// <para>
/// <c>FunctionHandler</c> takes the messages of mappers that saw the last part; <see cref="SweepHandler"/> runs on a schedule and
/// ends the jobs that are out of time. A job with a hole is not reduced: what is published then names the missing parts.
/// </para>
/// <para>
/// Guarantee: one of all that see a job's end decides it; its result is published at-least-once, always with the same bytes as its
/// body and with the job's id as its id, so that a receiver that knows its ids makes it effect-once. The trace is each publication's own.
/// </para>
/// </remarks>
/// <typeparam name="TPartResult">What a mapper makes of a part.</typeparam>
/// <typeparam name="TResult">What the parts are reduced to.</typeparam>
public abstract class ReduceHandler<TPartResult, TResult> : RecordHandler<JobReady>
{
    private readonly Aggregator _aggregator;
    private readonly Sweep _sweep;
    private readonly Expiry _expiry;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="partResultJson">How a part's result is read, from a source-generated context.</param>
    /// <param name="resultJson">How a job's result is written, from a source-generated context.</param>
    /// <param name="reduce">Where results are kept, and where the job's result goes.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the reducing.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ReduceHandler(
        JsonTypeInfo<TPartResult> partResultJson,
        JsonTypeInfo<JobResult<TResult>> resultJson,
        ReduceOptions reduce,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<JobReady>>? pipeline = null)
        : base(JobJson.Default.JobReady, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(partResultJson);
        ArgumentNullException.ThrowIfNull(resultJson);
        ArgumentNullException.ThrowIfNull(reduce);
        reduce.Validated();
        var aggregation = new JobAggregation<TPartResult, TResult>(reduce, partResultJson, resultJson, ReduceAsync);
        _aggregator = new Aggregator(reduce.Store, aggregation, reduce.Results, reduce.Outbound);
        _sweep = new Sweep(reduce.Store, _aggregator, Options);
        _expiry = new Expiry(reduce.Store, _aggregator, Options);
    }

    /// <summary>The method to name for a schedule: ends the jobs that are out of time, and publishes those whose reducer died.</summary>
    /// <exception cref="FanInException">Jobs could not be brought to their end; the others were, and the next run tries again.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context) => _sweep.FunctionHandler(input, context);

    /// <summary>The method to name for the table's stream, with timers that expire (<see cref="FanInTimers.Expiry"/>).</summary>
    public Task<Stream> ExpiryHandler(Stream input, ILambdaContext context) => _expiry.FunctionHandler(input, context);

    /// <summary>Reduces the results of a job that has no hole; parts may be rejected or dead-lettered.</summary>
    /// <remarks>The first result that is made is kept and is what all publications carry. All results are in memory together.</remarks>
    /// <param name="job">The job with its parts, always the same ones in the same order.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected abstract ValueTask<TResult> ReduceAsync(JobParts<TPartResult> job, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(JobReady message, RecordContext context)
    {
        var jobId = FanInKeys.Checked(message.JobId, $"The job id in message {context.MessageId}");
        await _aggregator.AdvanceAsync(jobId, resumes: true, context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false);
    }
}
