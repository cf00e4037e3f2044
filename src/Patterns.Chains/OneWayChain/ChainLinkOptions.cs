using Patterns.Outbound;

namespace Patterns.OneWayChain;

/// <summary>What a <see cref="ChainLinkHandler{TIn, TOut}"/> is told of its place in the chain.</summary>
public sealed class ChainLinkOptions
{
    /// <summary>The step's name, distinct in the chain: in ids, failure records, logs and metrics.</summary>
    public required string Step { get; init; }

    /// <summary>Where the output goes: the queue, topic or bus of the next step. Default: null, for the last step.</summary>
    public IDestination? Next { get; init; }

    /// <summary>
    /// Where the last step's output goes, as a report of the type <see cref="ChainAttributes.Completed"/>. Exactly one of this and
    /// <see cref="Next"/> is set. Default: null.
    /// </summary>
    public IDestination? Completed { get; init; }

    /// <summary>
    /// Where failure records go: messages that no retry can help, as they came, with the chain, the step and the cause as
    /// attributes. It takes the place of <see cref="RecordHandlerOptions.FailureDestination"/>.
    /// </summary>
    public required IDestination Failures { get; init; }

    /// <summary>The CloudEvents type of the output. Default: null, none; that of a completion is always the same.</summary>
    public string? OutputType { get; init; }

    /// <summary>How often a chain may be handed on before this step; beyond it the message is hopeless. Default: 50.</summary>
    public int MaxHops { get; init; } = 50;

    /// <summary>How messages are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    internal ChainLinkOptions Validated(RecordHandlerOptions? handler)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(Step))
        {
            mistakes.Add($"{nameof(Step)} must be the step's name, but is empty.");
        }

        if (Next is null == Completed is null)
        {
            mistakes.Add($"Exactly one of {nameof(Next)} and {nameof(Completed)} must be set: a step has a next one, or is the last.");
        }

        if (Failures is null || Outbound is null)
        {
            mistakes.Add($"{nameof(Failures)} and {nameof(Outbound)} must not be null.");
        }

        if (MaxHops < 1)
        {
            mistakes.Add($"{nameof(MaxHops)} must be at least 1, but is {MaxHops}.");
        }

        if (handler?.FailureDestination is not null)
        {
            mistakes.Add($"{nameof(RecordHandlerOptions.FailureDestination)} must not be set: {nameof(Failures)} takes its place, and names the chain and the step.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(ChainLinkOptions), mistakes);
    }
}
