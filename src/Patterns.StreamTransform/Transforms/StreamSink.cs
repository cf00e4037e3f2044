using Patterns.Outbound;

namespace Patterns.StreamTransform;

/// <summary>A place where outputs go: a stream, queue, topic or function, which outputs it wants, and how long the shard waits for it.</summary>
/// <typeparam name="TOut">The output.</typeparam>
public sealed class StreamSink<TOut>
{
    /// <summary>A sink that wants every output.</summary>
    public StreamSink(IDestination destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        Destination = destination;
        Name = destination.Name;
    }

    /// <summary>The destination.</summary>
    public IDestination Destination { get; }

    /// <summary>What errors, metrics and <see cref="TransformOutput{TOut}.Sink"/> call it. Default: the destination's name. Distinct in a handler.</summary>
    public string Name { get; init; }

    /// <summary>Which outputs it wants, by key (the input's, unless the output has its own) or content. Default: null, all.</summary>
    public Func<TransformOutput<TOut>, bool>? When { get; init; }

    /// <summary>Whether it gets what no other sink wants, and nothing else. Default: false.</summary>
    public bool IsRest { get; init; }

    /// <summary>How an output is written for this sink. Default: null, as the handler writes it.</summary>
    public RecordEncoder<TOut>? Encoder { get; init; }

    /// <summary>Changes the envelope for this sink: its type, key or attributes. Default: null, left as it is.</summary>
    public Func<TransformOutput<TOut>, Envelope, Envelope>? Map { get; init; }

    /// <summary>
    /// How long an invocation waits for the sink at most. What it has not taken by then goes to <see cref="Overflow"/>, or fails its
    /// records. Default: null, as long as the invocation has time.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The sink's buffer: a queue that takes what the sink does not take in time, so that it holds neither the shard nor the other
    /// sinks. Outputs that have gone there have no order any more with those that the sink takes later. Default: null, none.
    /// </summary>
    public IDestination? Overflow { get; init; }
}
