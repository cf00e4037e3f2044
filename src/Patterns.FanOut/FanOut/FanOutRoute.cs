using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>A destination, which messages it wants, and in what form.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public sealed class FanOutRoute<TMessage>
{
    /// <summary>A route that gives the destination an exact copy of every message.</summary>
    public FanOutRoute(IDestination destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        Destination = destination;
        Name = destination.Name;
    }

    /// <summary>The destination.</summary>
    public IDestination Destination { get; }

    /// <summary>What errors, logs and the ledger call the route. Default: the destination's name. Distinct in a handler.</summary>
    public string Name { get; init; }

    /// <summary>Which messages go there. Default: all.</summary>
    public Func<TMessage, bool> When { get; init; } = static _ => true;

    /// <summary>Changes the envelope for this destination: its body, type, key or attributes. Default: left as it is.</summary>
    public Func<TMessage, Envelope, Envelope> Map { get; init; } = static (_, envelope) => envelope;
}
