using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Chains.Internal;
using Patterns.Outbound;
using Patterns.PipesAndFilters.Internal;

namespace Patterns.PipesAndFilters;

/// <summary>A filter as a function between two pipes: what it makes of a message is in the next pipe before the message counts as handled.</summary>
/// <remarks>
/// <para>
/// The messages have the ids of their <see cref="Piece{TMessage}"/>, at every run the same, and the key of the message that they
/// are made of. The message that entered the pipeline is the correlation id of all that comes of it.
/// </para>
/// <para>
/// Guarantee: at-least-once; ordered per key when all pipes are FIFO queues or streams. A message is in a pipe, in that pipe's
/// dead letters, or done.
/// </para>
/// </remarks>
/// <typeparam name="TIn">What the filter takes.</typeparam>
/// <typeparam name="TOut">What the filter makes.</typeparam>
public abstract class FilterHandler<TIn, TOut> : RecordHandler<TIn>
{
    private const int PiecesAtATime = 100;

    private readonly Filter<TIn, TOut> _filter;
    private readonly JsonTypeInfo<TOut> _outputJson;
    private readonly FilterOptions _pipes;
    private readonly OutboundWriter _next;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="filter">The filter, which may be a pipeline.</param>
    /// <param name="inputJson">How a message is read, from a source-generated context.</param>
    /// <param name="outputJson">How an output is written, from a source-generated context.</param>
    /// <param name="pipes">Where outputs go.</param>
    /// <param name="options">Null for the defaults. Its <see cref="RecordHandlerOptions.FailureDestination"/> is the filter's own dead-letter queue.</param>
    /// <param name="pipeline">Adds behaviours around the filter and the sending.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FilterHandler(
        Filter<TIn, TOut> filter,
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TOut> outputJson,
        FilterOptions pipes,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TIn>>? pipeline = null)
        : base(inputJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(outputJson);
        ArgumentNullException.ThrowIfNull(pipes);
        _filter = filter;
        _outputJson = outputJson;
        _pipes = pipes.Validated();
        _next = new OutboundWriter(pipes.Next, pipes.Outbound);
    }

    /// <summary>
    /// Changes the envelope of an output, for example its key or attributes for a subscription's filter. Its id must stay: it is
    /// the output's lineage.
    /// </summary>
    protected virtual Envelope Describe(TOut output, Envelope envelope) => envelope;

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TIn message, RecordContext context)
    {
        try
        {
            await RunAsync(new Piece<TIn>(context.MessageId, message), context).ConfigureAwait(false);
        }
        catch (Exception)
        {
            FilterMeter.CountFailed(_filter.Name);
            throw;
        }
    }

    private async ValueTask RunAsync(Piece<TIn> piece, RecordContext context)
    {
        var waiting = new List<Envelope>();
        await foreach (var output in _filter.RunAsync(piece, context.CancellationToken).ConfigureAwait(false))
        {
            waiting.Add(Describe(output.Value, Envelop(output, context)));
            if (waiting.Count == PiecesAtATime)
            {
                await SendAsync(waiting, context.CancellationToken).ConfigureAwait(false);
                waiting.Clear();
            }
        }

        if (waiting.Count > 0)
        {
            await SendAsync(waiting, context.CancellationToken).ConfigureAwait(false);
        }
    }

    private Envelope Envelop(Piece<TOut> output, RecordContext context) => new Envelope
    {
        Id = output.Id,
        Body = JsonSerializer.SerializeToUtf8Bytes(output.Value, _outputJson),
        Type = _pipes.OutputType,
        Key = context.Key,
    }.CausedBy(context);

    private async Task SendAsync(List<Envelope> pieces, CancellationToken cancellationToken)
    {
        try
        {
            await _next.SendAsync(pieces, cancellationToken).ConfigureAwait(false);
        }
        catch (SendFailedException refusal) when (HandOver.IsHopeless(refusal))
        {
            throw HandOver.Hopeless($"filter {_filter.Name}", refusal);
        }
    }
}
