using Patterns.Idempotency;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.TwoWayChain;

/// <summary>How a <see cref="RequestReplyHandler{TRequest, TReply}"/> remembers and sends its replies.</summary>
public sealed class RequestReplyOptions
{
    /// <summary>Where replies are kept, so that a request that comes again gets the same one.</summary>
    public required ITable Table { get; init; }

    /// <summary>
    /// Turns the <see cref="ReplyAttributes.ReplyTo"/> of a request into a destination, or into null for what is none. The text may come from
    /// outside: allow what you know.
    /// </summary>
    public required Func<string, IDestination?> ReplyTo { get; init; }

    /// <summary>How long replies are remembered, and a request is held by one attempt. Default: the defaults, with the scope <c>request-reply</c>.</summary>
    public IdempotencyOptions Idempotency { get; init; } = new() { Scope = "request-reply" };

    /// <summary>The CloudEvents type of replies. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of replies. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>How replies are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal RequestReplyOptions Validated() => Table is null || ReplyTo is null || Idempotency is null || Outbound is null || Time is null
        ? throw new OptionsException(nameof(RequestReplyOptions), [$"{nameof(Table)}, {nameof(ReplyTo)}, {nameof(Idempotency)}, {nameof(Outbound)} and {nameof(Time)} must not be null."])
        : this;
}
