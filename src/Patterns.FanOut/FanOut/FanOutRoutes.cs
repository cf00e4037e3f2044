using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>Makes routes that need more than their destination.</summary>
public static class FanOutRoutes
{
    /// <summary>A route that gives the destination what <paramref name="map"/> makes of the message, as JSON.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="map">Makes the body; a message for which it throws is poison.</param>
    /// <param name="json">How the body is written, from a source-generated context.</param>
    /// <param name="when">Which messages go there; null for all.</param>
    public static FanOutRoute<TMessage> Mapped<TMessage, TOut>(
        IDestination destination,
        Func<TMessage, TOut> map,
        JsonTypeInfo<TOut> json,
        Func<TMessage, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(json);
        return new FanOutRoute<TMessage>(destination)
        {
            When = when ?? (static _ => true),
            Map = (message, envelope) => envelope with { Body = JsonSerializer.SerializeToUtf8Bytes(map(message), json) },
        };
    }
}
