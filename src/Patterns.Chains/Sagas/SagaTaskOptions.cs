using Patterns.Idempotency;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.Sagas;

/// <summary>How the steps of a state machine are remembered, and where its answers go.</summary>
public sealed class SagaTaskOptions
{
    /// <summary>Where it is kept which steps are done and undone.</summary>
    public required ITable Table { get; init; }

    /// <summary>
    /// How long that is remembered, and how long an attempt holds a step without a sign of life. Default: null, 14 days and 10 seconds, with
    /// the saga's name as the scope.
    /// </summary>
    public IdempotencyOptions? Idempotency { get; init; }

    /// <summary>Where answers go that were given no other place. Default: null, nowhere: the execution's output is the answer.</summary>
    public IDestination? Answers { get; init; }

    /// <summary>Turns <see cref="SagaTask{TState}.ReplyTo"/> into a destination, or into null for what is none. Default: null, none is.</summary>
    public Func<string, IDestination?>? ReplyTo { get; init; }

    /// <summary>The CloudEvents type of answers. Default: null, none.</summary>
    public string? Type { get; init; }

    /// <summary>The CloudEvents source of answers. Default: null, none.</summary>
    public string? Source { get; init; }

    /// <summary>How answers are sent. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal static IdempotencyOptions DefaultIdempotency(string name) =>
        new() { Scope = name, Retention = TimeSpan.FromDays(14), Lease = TimeSpan.FromSeconds(10) };

    internal SagaTaskOptions Validated() => Table is null || Outbound is null || Time is null
        ? throw new OptionsException(nameof(SagaTaskOptions), [$"{nameof(Table)}, {nameof(Outbound)} and {nameof(Time)} must not be null."])
        : this;
}
