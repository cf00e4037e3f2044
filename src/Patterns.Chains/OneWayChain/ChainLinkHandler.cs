using System.Text.Json.Serialization.Metadata;
using Patterns.OneWayChain.Internal;
using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>One step of a chain: handles a message, and hands its output on to the next step before the message counts as handled.</summary>
/// <remarks>
/// <para>
/// It works behind a queue, a topic, a bus or a stream, and behind Lambda's on-success destination of the step before, whose output it
/// takes out of the invocation record. A step never runs on a failed invocation of the one before.
/// </para>
/// <para>
/// A message that no retry can help becomes a failure record, which names the chain, the step and the cause. One whose tries are
/// used up goes to its queue's dead letters, and a <see cref="ChainFailureHandler"/> makes a failure record of it there.
/// </para>
/// <para>
/// Guarantee: at-least-once. The output of a message has the same id whenever the step runs again, so that the next step may
/// recognise it. Every chain that was taken comes to a completion report or a failure record.
/// </para>
/// </remarks>
/// <typeparam name="TIn">What the step takes.</typeparam>
/// <typeparam name="TOut">What it hands on.</typeparam>
public abstract class ChainLinkHandler<TIn, TOut> : RecordHandler<ChainMessage<TIn>>
{
    private readonly ChainHandOver<TOut> _handOver;

    /// <summary>Makes a step. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a message is read, from a source-generated context.</param>
    /// <param name="outputJson">How the output is written, from a source-generated context.</param>
    /// <param name="link">The step's place in the chain.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the step and the handing on.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ChainLinkHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TOut> outputJson,
        ChainLinkOptions link,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<ChainMessage<TIn>>>? pipeline = null)
        : base(new ChainDecoder<TIn>(inputJson).Decode, options, behaviours => AddBehaviours(behaviours, link, options, pipeline))
    {
        ArgumentNullException.ThrowIfNull(outputJson);
        _handOver = new ChainHandOver<TOut>(link, outputJson);
    }

    /// <summary>
    /// Does the step. Throwing has the message delivered again; a <see cref="NonRetryableException"/> makes a failure record of it.
    /// What it does besides returning its output may be done again: see the idempotency page.
    /// </summary>
    /// <param name="message">The message; never null.</param>
    /// <param name="position">The chain, and where in it the message is.</param>
    /// <param name="context">The record, and the token that is cancelled when time runs out.</param>
    /// <returns>What the next step gets, or the completion report of the last one.</returns>
    protected abstract ValueTask<TOut> RunStepAsync(TIn message, ChainPosition position, RecordContext context);

    /// <summary>
    /// Changes the envelope of the output, for example its <see cref="Envelope.Subject"/>, its key or attributes
    /// for a filter. Its id and the chain's attributes must stay. By default it has the key of the message, so that a FIFO queue
    /// keeps the order from step to step.
    /// </summary>
    protected virtual Envelope Describe(TOut output, Envelope envelope) => envelope;

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(ChainMessage<TIn> message, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(message);
        var output = await RunStepAsync(message.Message, message.Position, context).ConfigureAwait(false);
        var envelope = Describe(output, _handOver.Envelop(output, message.Position, context));
        await _handOver.SendAsync(envelope, context.CancellationToken).ConfigureAwait(false);
    }

    private static void AddBehaviours(
        RecordPipeline<ChainMessage<TIn>> behaviours,
        ChainLinkOptions link,
        RecordHandlerOptions? options,
        Action<RecordPipeline<ChainMessage<TIn>>>? pipeline)
    {
        ArgumentNullException.ThrowIfNull(link);
        var failures = new FailureRoute(link.Validated(options), (options ?? new()).IsNonRetryable);
        behaviours.Use("chain failures", failures.Wrap);
        pipeline?.Invoke(behaviours);
    }
}
