using Patterns.Outbound;

namespace Patterns.FanIn;

/// <summary>What a <see cref="FanInHandler{TPart, TResult}"/> collects, and where the results go.</summary>
/// <typeparam name="TPart">The message.</typeparam>
public sealed class FanInOptions<TPart>
{
    /// <summary>Where aggregates are kept.</summary>
    public required FanInStore Store { get; init; }

    /// <summary>Where results go.</summary>
    public required IDestination Results { get; init; }

    /// <summary>
    /// What parts of one aggregate have in common, at most 900 bytes. Default: null, which means the message's correlation id.
    /// </summary>
    public Func<TPart, string>? Correlation { get; init; }

    /// <summary>
    /// What tells the parts of an aggregate apart, at most 900 bytes: the same part has the same id however often it comes.
    /// Default: null, which means the message's id.
    /// </summary>
    public Func<TPart, string>? PartId { get; init; }

    /// <summary>How many parts there are, where the parts know; null for one that does not. Default: null, none does.</summary>
    public Func<TPart, int?>? Expected { get; init; }

    /// <summary>
    /// For messages that open an aggregate: what they say of it; null for one that is a part. Default: null, all are parts.
    /// </summary>
    public Func<TPart, FanInOpening?>? Opening { get; init; }

    /// <summary>
    /// Tells that an aggregate is complete, besides the number of its parts. It is asked whenever a part came, and all parts are
    /// read for it. Default: null, the number decides.
    /// </summary>
    public Func<FanInAggregate<TPart>, bool>? IsComplete { get; init; }

    /// <summary>In which order parts are combined. Default: <see cref="FanInOrder.PartId"/>.</summary>
    public FanInOrder Order { get; init; } = FanInOrder.PartId;

    /// <summary>
    /// Where parts go, as they came, whose aggregate ended without them. Default: null, and each is logged as a warning and
    /// counted by <c>patterns.fan_in.late</c>.
    /// </summary>
    public IDestination? LateParts { get; init; }

    /// <summary>The CloudEvents type of results. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of results. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>How results and late parts are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal FanInOptions<TPart> Validated()
    {
        var mistakes = new List<string>();
        if (Store is null || Results is null || Outbound is null)
        {
            mistakes.Add($"{nameof(Store)}, {nameof(Results)} and {nameof(Outbound)} must not be null.");
        }

        if (!Enum.IsDefined(Order))
        {
            mistakes.Add($"{nameof(Order)} must be one of its values, but is {Order}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException("FanInOptions", mistakes);
    }
}
