using System.Text.Json.Serialization.Metadata;
using Patterns.StreamTransform.Internal;

namespace Patterns.StreamTransform;

/// <summary>Brings the records of many streams and queues into one, each exactly as it came and tagged with where it came from.</summary>
/// <remarks>
/// <para>
/// Give the function one event source mapping a source. A record's key becomes its source's name and its own key, for example
/// <c>web/4711</c>, its id likewise, and its CloudEvents source the name, so that records of two sources never share one.
/// </para>
/// <para>Guarantee: at-least-once; ordered per source and key. Records of different sources have no order among themselves.</para>
/// </remarks>
/// <typeparam name="TMessage">What a record's data means.</typeparam>
public abstract class MuxHandler<TMessage> : StreamTransformHandler<TMessage, TMessage>
{
    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a record is read, from a source-generated context; one that cannot be read is poison.</param>
    /// <param name="mux">
    /// The sink. Without a <see cref="StreamTransformOptions{TOut}.SourceId"/>, a source is called as its stream, table or queue is, which
    /// must then be distinct over regions and accounts.
    /// </param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the tagging.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected MuxHandler(
        JsonTypeInfo<TMessage> json,
        StreamTransformOptions<TMessage> mux,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(json, json, WithSourceId(mux), options, pipeline)
    {
    }

    /// <inheritdoc/>
    protected sealed override ValueTask TransformAsync(TMessage record, TransformContext<TMessage> context)
    {
        ((RecordOutputs<TMessage>)context).PassOn(record);
        return ValueTask.CompletedTask;
    }

    private static StreamTransformOptions<TMessage> WithSourceId(StreamTransformOptions<TMessage> mux)
    {
        ArgumentNullException.ThrowIfNull(mux);
        return mux.SourceId is not null ? mux : new StreamTransformOptions<TMessage>
        {
            Sinks = mux.Sinks,
            Type = mux.Type,
            Source = mux.Source,
            SourceId = context => SourceNames.Of(context.SourceArn),
            Outbound = mux.Outbound,
        };
    }
}
