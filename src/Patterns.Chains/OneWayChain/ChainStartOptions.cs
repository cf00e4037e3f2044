using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>How a <see cref="ChainStart{TMessage}"/> starts chains.</summary>
public sealed class ChainStartOptions
{
    /// <summary>The CloudEvents type of the first message. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>How messages are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();
}
