using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>Where a <see cref="FanOutHandler{TMessage}"/> sends.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public sealed class FanOutOptions<TMessage>
{
    /// <summary>The destinations that are known beforehand. None is legal: messages are then taken and go nowhere. Default: none.</summary>
    public IReadOnlyList<FanOutRoute<TMessage>> Routes { get; init; } = [];

    /// <summary>
    /// The recipient list: destinations that the message itself decides on, besides the routes. One that is a route already gets
    /// no second copy. Default: null, no others.
    /// </summary>
    public Func<TMessage, IEnumerable<IDestination>>? Recipients { get; init; }

    /// <summary>
    /// Remembers which destinations have a message, so that a retry sends only to the others; for example a
    /// <see cref="TableDeliveryLedger"/>. Default: null, and a retry sends to all again.
    /// </summary>
    public IDeliveryLedger? Ledger { get; init; }

    /// <summary>How each destination is written to. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal FanOutOptions<TMessage> Validated()
    {
        if (Routes is null || Outbound is null || Routes.Contains(null!))
        {
            throw new OptionsException("FanOutOptions", [$"{nameof(Routes)}, each of them, and {nameof(Outbound)} must not be null."]);
        }

        var mistakes = Routes
            .GroupBy(route => route.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"The route name '{group.Key}' is used {group.Count()} times; give each route its own {nameof(FanOutRoute<>.Name)}.")
            .ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException("FanOutOptions", mistakes);
    }
}
