using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Outbound;

namespace Patterns.StreamTransform;

/// <summary>Makes sinks that need more than their destination.</summary>
public static class StreamSinks
{
    /// <summary>A sink that gets what <paramref name="map"/> makes of an output, as JSON.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="map">Makes the body.</param>
    /// <param name="json">How the body is written, from a source-generated context.</param>
    /// <param name="when">Which outputs it wants; null for all.</param>
    public static StreamSink<TOut> Mapped<TOut, TBody>(
        IDestination destination,
        Func<TOut, TBody> map,
        JsonTypeInfo<TBody> json,
        Func<TransformOutput<TOut>, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(json);
        return new StreamSink<TOut>(destination)
        {
            When = when,
            Encoder = output => JsonSerializer.SerializeToUtf8Bytes(map(output), json),
        };
    }
}
