using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.StreamTransform.Internal;

namespace Patterns.StreamTransform;

/// <summary>Transforms the records of a stream while they flow: cleans, changes, drops and multiplies them.</summary>
/// <remarks>
/// <para>
/// The outputs of all records of an invocation go out together. A record counts as done when all its outputs are durable at their
/// sinks, so that the stream's checkpoint never moves past one whose outputs are not.
/// </para>
/// <para>
/// Guarantee: at-least-once; ordered per key as long as outputs keep their input's key and the sink keeps order. An output's id is
/// the same on every replay, so that a receiver that knows its ids makes it effect-once. A record is emitted, dropped by rule and
/// counted, or at the failure destination; never skipped.
/// </para>
/// </remarks>
/// <typeparam name="TIn">What a record's data means.</typeparam>
/// <typeparam name="TOut">What comes out.</typeparam>
public abstract class StreamTransformHandler<TIn, TOut> : BatchCommitHandler<TIn, TransformContext<TOut>>
{
    private readonly SinkRouter<TOut> _router;

    /// <summary>Makes a handler of JSON records. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="inputJson">How a record is read, from a source-generated context.</param>
    /// <param name="outputJson">How an output is written, from a source-generated context.</param>
    /// <param name="transform">Where the outputs go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="TransformAsync"/>.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected StreamTransformHandler(
        JsonTypeInfo<TIn> inputJson,
        JsonTypeInfo<TOut> outputJson,
        StreamTransformOptions<TOut> transform,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TIn>>? pipeline = null)
        : base(inputJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(outputJson);
        ArgumentNullException.ThrowIfNull(transform);
        _router = new SinkRouter<TOut>(transform.Validated(), output => JsonSerializer.SerializeToUtf8Bytes(output, outputJson), GetType().Name);
    }

    /// <summary>Makes a handler of records in a form of their own. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="decoder">How a record is read.</param>
    /// <param name="encoder">How an output is written.</param>
    /// <param name="transform">Where the outputs go.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around <see cref="TransformAsync"/>.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected StreamTransformHandler(
        RecordDecoder<TIn> decoder,
        RecordEncoder<TOut> encoder,
        StreamTransformOptions<TOut> transform,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TIn>>? pipeline = null)
        : base(decoder, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(transform);
        _router = new SinkRouter<TOut>(transform.Validated(), encoder, GetType().Name);
    }

    /// <summary>
    /// Makes the outputs of one record. Throwing has the source deliver it again; a <see cref="NonRetryableException"/> sends it to the
    /// failure destination. Make it depend on nothing but the record: a replay must come to the same outputs.
    /// </summary>
    /// <param name="record">The record's data; never null.</param>
    /// <param name="context">Takes the outputs.</param>
    protected abstract ValueTask TransformAsync(TIn record, TransformContext<TOut> context);

    /// <inheritdoc/>
    protected sealed override ValueTask<TransformContext<TOut>?> PrepareAsync(TIn message, RecordContext context)
    {
        var outputs = new RecordOutputs<TOut>(_router, context);
        var transforming = TransformAsync(message, outputs);
        if (!transforming.IsCompletedSuccessfully)
        {
            return AwaitAsync(transforming, outputs);
        }

        outputs.End();
        return new ValueTask<TransformContext<TOut>?>(outputs);
    }

    /// <inheritdoc/>
    protected sealed override ValueTask CommitAsync(IReadOnlyList<CommitEntry<TransformContext<TOut>>> entries, CancellationToken cancellationToken) =>
        _router.CommitAsync(entries, cancellationToken);

    private static async ValueTask<TransformContext<TOut>?> AwaitAsync(ValueTask transforming, RecordOutputs<TOut> outputs)
    {
        await transforming.ConfigureAwait(false);
        outputs.End();
        return outputs;
    }
}
