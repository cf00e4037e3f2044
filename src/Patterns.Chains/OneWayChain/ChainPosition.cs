using System.Globalization;
using Patterns.OneWayChain.Internal;

namespace Patterns.OneWayChain;

/// <summary>Where in which chain a message is.</summary>
/// <param name="ChainId">The chain; a message that nobody has started is a start of its own, by its message id.</param>
/// <param name="MessageId">The message. The same message has it at every delivery.</param>
/// <param name="Hop">How often the chain was handed on before: 0 at the start.</param>
public readonly record struct ChainPosition(string ChainId, string MessageId, int Hop)
{
    /// <summary>The conversation that the chain belongs to. Default: null, which means the chain itself.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The step that sent the message; null at the start.</summary>
    public string? SentBy { get; init; }

    /// <summary>The trace to continue; null for that of the record.</summary>
    internal string? TraceParent { get; init; }

    /// <exception cref="FormatException">The hop count is no number.</exception>
    internal static ChainPosition Of(RecordContext context) => new(
        Find(context, ChainAttributes.ChainId) ?? context.MessageId,
        context.MessageId,
        ParseHop(Find(context, ChainAttributes.Hop)))
    {
        CorrelationId = context.CorrelationId,
        SentBy = Find(context, ChainAttributes.Step),
    };

    /// <summary>The position as far as it can be read, for a message that cannot be used.</summary>
    internal static ChainPosition Guess(RecordContext context) =>
        new(Find(context, ChainAttributes.ChainId) ?? context.MessageId, context.MessageId, 0) { CorrelationId = context.CorrelationId };

    /// <exception cref="FormatException">The hop count is no number.</exception>
    internal static ChainPosition Of(StructuredEvent message) => new(
        message.Find(ChainAttributes.ChainId) ?? message.Id,
        message.Id,
        ParseHop(message.Find(ChainAttributes.Hop)))
    {
        CorrelationId = message.Find("correlationid"),
        SentBy = message.Find(ChainAttributes.Step),
        TraceParent = message.Find("traceparent"),
    };

    /// <summary>The position of what a step makes of the message here: the same at every run of the step.</summary>
    internal ChainPosition Next(string step) => this with
    {
        MessageId = OutputId.Of(this, step),
        Hop = Hop + 1,
        CorrelationId = CorrelationId ?? ChainId,
        SentBy = step,
    };

    // As message attributes by their own names, and as extension attributes of a CloudEvent with the prefix that the engine gives them.
    private static string? Find(RecordContext context, string name) => context.GetAttribute(name) ?? context.GetAttribute("ce-" + name);

    private static int ParseHop(string? text) => text is null
        ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hop)
            ? hop
            : throw new FormatException($"The attribute {ChainAttributes.Hop} must be a number of at least 0, but is '{FailureAttributes.Clean(text)}'.");
}
