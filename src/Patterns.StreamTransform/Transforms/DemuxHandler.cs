using System.Text.Json.Serialization.Metadata;
using Patterns.StreamTransform.Internal;

namespace Patterns.StreamTransform;

/// <summary>Hands each record of one stream on to the sinks that want it, by key or content, exactly as it came.</summary>
/// <remarks>
/// <para>
/// Sinks are served at the same time. One that is slow or fails holds the others of the invocation in nothing; what it holds is the
/// checkpoint, and with it the next invocation of the shard, unless it has a <see cref="StreamSink{TOut}.Timeout"/> and an
/// <see cref="StreamSink{TOut}.Overflow"/>.
/// </para>
/// <para>Guarantee: at-least-once to each sink; ordered per key at each sink that keeps order. Copies have the id of their record.</para>
/// </remarks>
/// <typeparam name="TMessage">What a record's data means.</typeparam>
public abstract class DemuxHandler<TMessage> : StreamTransformHandler<TMessage, TMessage>
{
    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a record is read, from a source-generated context.</param>
    /// <param name="demux">The sinks. What none of them wants is dropped and counted; give one <see cref="StreamSink{TOut}.IsRest"/> to keep it.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the choice of sinks.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected DemuxHandler(
        JsonTypeInfo<TMessage> json,
        StreamTransformOptions<TMessage> demux,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(json, json, demux, options, pipeline)
    {
    }

    /// <inheritdoc/>
    protected sealed override ValueTask TransformAsync(TMessage record, TransformContext<TMessage> context)
    {
        ((RecordOutputs<TMessage>)context).PassOn(record);
        return ValueTask.CompletedTask;
    }
}
