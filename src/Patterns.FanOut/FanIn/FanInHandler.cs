using System.Text;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Patterns.FanIn.Internal;
using Patterns.Outbound;

namespace Patterns.FanIn;

/// <summary>Collects parts that belong together and publishes one result for them.</summary>
/// <remarks>
/// <para>
/// Three entries for three functions of one class: <c>FunctionHandler</c> takes the parts, <see cref="SweepHandler"/> runs on a
/// schedule and ends what is out of time, and where the timers are <see cref="FanInTimers.Expiry"/>, <see cref="ExpiryHandler"/>
/// does so on the table's stream.
/// </para>
/// <para>
/// Guarantee: each part counts once (effect-once); of all that see an aggregate complete, one ends it; its result is published
/// at-least-once, always with the same bytes as its body and with the correlation id as its id, so that a receiver that knows its
/// ids makes it effect-once. The trace is each publication's own, and what <see cref="Describe"/> sets is made anew. Parts of one aggregate come in any order.
/// </para>
/// </remarks>
/// <typeparam name="TPart">The message.</typeparam>
/// <typeparam name="TResult">What the parts are combined to.</typeparam>
public abstract class FanInHandler<TPart, TResult> : RecordHandler<TPart>
{
    private readonly FanInOptions<TPart> _fanIn;
    private readonly Aggregator _aggregator;
    private readonly PartIntake _intake;
    private readonly OutboundWriter? _late;
    private readonly Sweep _sweep;
    private readonly Expiry _expiry;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="partJson">How a part is read, from a source-generated context.</param>
    /// <param name="resultJson">How a result is written, from a source-generated context.</param>
    /// <param name="fanIn">What is collected, and where the results go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the collecting.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FanInHandler(
        JsonTypeInfo<TPart> partJson,
        JsonTypeInfo<TResult> resultJson,
        FanInOptions<TPart> fanIn,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TPart>>? pipeline = null)
        : base(partJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(resultJson);
        ArgumentNullException.ThrowIfNull(fanIn);
        _fanIn = fanIn.Validated();
        var aggregation = new FanInAggregation<TPart, TResult>(fanIn, partJson, resultJson, CombineAsync, Describe);
        _aggregator = new Aggregator(fanIn.Store, aggregation, fanIn.Results, fanIn.Outbound);
        _intake = new PartIntake(fanIn.Store, async (id, resumes, logger, token) => await _aggregator.AdvanceAsync(id, resumes, logger, token).ConfigureAwait(false));
        _late = fanIn.LateParts is { } late ? new OutboundWriter(late, fanIn.Outbound) : null;
        _sweep = new Sweep(fanIn.Store, _aggregator, Options);
        _expiry = new Expiry(fanIn.Store, _aggregator, Options);
    }

    /// <summary>
    /// The method to name for a schedule: ends the aggregates that are out of time, and publishes those whose publisher died.
    /// The event's content does not matter, and several may run at a time.
    /// </summary>
    /// <exception cref="FanInException">Aggregates could not be brought to their end; the others were, and the next run tries again.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context) => _sweep.FunctionHandler(input, context);

    /// <summary>
    /// The method to name for the table's stream, with timers that expire: ends the aggregates that are out of time once the
    /// table has deleted their timers, which may take days. Changes of other items are passed over; a filter for deletions saves
    /// the invocations.
    /// </summary>
    public Task<Stream> ExpiryHandler(Stream input, ILambdaContext context) => _expiry.FunctionHandler(input, context);

    /// <summary>Makes the result of an aggregate that has ended, completed or timed out.</summary>
    /// <remarks>
    /// The first result that is made is kept and is what all publications carry. Throwing leaves the aggregate ended but not
    /// published; parts that come again and sweeps try again.
    /// </remarks>
    /// <param name="aggregate">The aggregate with its parts, always the same ones in the same order.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected abstract ValueTask<TResult> CombineAsync(FanInAggregate<TPart> aggregate, CancellationToken cancellationToken);

    /// <summary>Changes the envelope of a result: its type, key or attributes. Make it depend on nothing but what it is given.</summary>
    protected virtual Envelope Describe(Envelope envelope, FanInSummary summary) => envelope;

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TPart message, RecordContext context)
    {
        var correlationId = FanInKeys.Checked(CorrelationOf(message, context), $"The correlation id of message {context.MessageId}");
        if (_fanIn.Opening?.Invoke(message) is { } opening)
        {
            await OpenAsync(correlationId, opening, context).ConfigureAwait(false);
            return;
        }

        var part = PartOf(message, context);
        var fate = await _intake.TakeAsync(correlationId, part, context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false);
        if (fate == PartFate.Late)
        {
            FanInMeter.CountLate(_fanIn.Store.Options.Name);
            await SendLateAsync(correlationId, context, logger => FanInLog.Late(logger, part.Id, correlationId)).ConfigureAwait(false);
        }
    }

    private string? CorrelationOf(TPart message, RecordContext context) =>
        _fanIn.Correlation is { } correlation ? correlation(message) : context.CorrelationId;

    private NewPart PartOf(TPart message, RecordContext context)
    {
        var messageId = context.MessageId;
        var id = FanInKeys.Checked(_fanIn.PartId is { } partId ? partId(message) : messageId, $"The part id of message {messageId}");
        var body = context.CopyMessage();
        return body.Length <= PartIntake.MostBodyBytes
            ? new NewPart(id, Encoding.UTF8.GetString(body), _fanIn.Expected?.Invoke(message))
            : throw new NonRetryableException(
                $"Part {id} has {body.Length} bytes; at most {PartIntake.MostBodyBytes} can be kept. Put it into an object store and send its key.");
    }

    private async ValueTask OpenAsync(string correlationId, FanInOpening opening, RecordContext context)
    {
        if (await TryOpenAsync(correlationId, opening, context).ConfigureAwait(false))
        {
            await _aggregator.AdvanceAsync(correlationId, resumes: true, context.Lambda.Logger, context.CancellationToken).ConfigureAwait(false);
        }
        else
        {
            await SendLateAsync(correlationId, context, logger => FanInLog.LateOpening(logger, correlationId)).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> TryOpenAsync(string correlationId, FanInOpening opening, RecordContext context)
    {
        try
        {
            return (await _fanIn.Store.TryOpenAsync(correlationId, opening, context.CancellationToken).ConfigureAwait(false)).IsTaken;
        }
        catch (OptionsException exception)
        {
            // What a message says wrongly it says so again on every retry.
            throw new NonRetryableException(exception.Message, exception);
        }
    }

    private async ValueTask SendLateAsync(string correlationId, RecordContext context, Action<ILambdaLogger> log)
    {
        if (_late is null)
        {
            log(context.Lambda.Logger);
            return;
        }

        var copy = Envelope.CopyOf(context);
        await _late.SendAsync([copy with { CorrelationId = copy.CorrelationId ?? correlationId }], context.CancellationToken).ConfigureAwait(false);
    }
}
