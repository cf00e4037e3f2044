using System.Text;
using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>How the messages of an outbox are published. Relay and sweeper should have the same.</summary>
public sealed class OutboxRelayOptions
{
    // They stand in the row, which has 8 KB of room for all that happens to it.
    private const int RouteNameBytes = 4096;

    /// <summary>
    /// The destinations, each with the messages that it wants and in what form; at least one. A message that no route wants is
    /// published to nobody. Their names have at most 4,096 bytes together. Default: none.
    /// </summary>
    public IReadOnlyList<FanOutRoute<Envelope>> Routes { get; init; } = [];

    /// <summary>How each destination is written to. Default: the defaults of <see cref="OutboundOptions"/>.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>
    /// Where messages go that were given up, whole and with the cause; their aggregate goes on. Default: null, and they stay in
    /// the table, in the partitions <c>outbox#dead#…</c>.
    /// </summary>
    public IDestination? FailureDestination { get; init; }

    /// <summary>
    /// After how many attempts a message is given up; one that no retry can help is at once. The count is in the table, and
    /// each attempt sends up to <see cref="OutboundOptions.MaxAttempts"/> times. Default: 10, which with the waits between them takes about 4 hours.
    /// </summary>
    public int MaxAttempts { get; init; } = 10;

    /// <summary>
    /// How long a message waits after its first failed attempt, and its aggregate with it; the wait doubles with every further
    /// attempt. The next one comes with the sweeper, or with the next message of the aggregate. Default: 1 minute.
    /// </summary>
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait before any attempt. Default: 1 hour.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long published rows are kept, in the partitions <c>outbox#published#…</c>, until the table deletes them by its time to
    /// live; for looking into what was sent. Default: null, and they are deleted once they are published.
    /// </summary>
    public TimeSpan? KeepPublished { get; init; }

    /// <summary>How many aggregates are published at a time. Default: 10.</summary>
    public int MaxParallelism { get; init; } = 10;

    /// <summary>How much of the invocation's time is kept back to report: see <see cref="RecordHandlerOptions.DeadlineReserve"/>. Default: 1 second.</summary>
    public TimeSpan DeadlineReserve { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the relay's event source mapping has <c>ReportBatchItemFailures</c>: see <see cref="RecordHandlerOptions.ReportBatchItemFailures"/>. Default: true.</summary>
    public bool ReportBatchItemFailures { get; init; } = true;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal RecordHandlerOptions Handler => new()
    {
        MaxParallelism = MaxParallelism,
        DeadlineReserve = DeadlineReserve,
        ReportBatchItemFailures = ReportBatchItemFailures,
        Time = Time,
    };

    internal OutboxRelayOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (Routes is null or { Count: 0 } || Routes.Contains(null!), $"{nameof(Routes)} must have at least one route, and none that is null."),
            (Outbound is null, $"{nameof(Outbound)} must not be null."),
            (MaxAttempts < 1, $"{nameof(MaxAttempts)} must be at least 1, but is {MaxAttempts}."),
            (FirstRetryDelay < TimeSpan.Zero || MaxRetryDelay < FirstRetryDelay, $"{nameof(FirstRetryDelay)} and {nameof(MaxRetryDelay)} must not be negative, nor the first the larger one, but are {FirstRetryDelay} and {MaxRetryDelay}."),
            (KeepPublished <= TimeSpan.Zero, $"{nameof(KeepPublished)} must be null or positive, but is {KeepPublished}."),
            (MaxParallelism < 1, $"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}."),
            (DeadlineReserve < TimeSpan.Zero, $"{nameof(DeadlineReserve)} must not be negative, but is {DeadlineReserve}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        List<string> mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake), .. SharedNames(), .. LongNames()];
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(OutboxRelayOptions), mistakes);
    }

    private IEnumerable<string> SharedNames() => (Routes ?? [])
        .Where(route => route is not null)
        .GroupBy(route => route.Name, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => $"The route name '{group.Key}' is used {group.Count()} times; give each route its own {nameof(FanOutRoute<>.Name)}.");

    private IEnumerable<string> LongNames()
    {
        var bytes = (Routes ?? []).Where(route => route is not null).Sum(route => Encoding.UTF8.GetByteCount(route.Name));
        return bytes > RouteNameBytes ? [$"The names of the routes have {bytes} bytes together; a row of the outbox has room for {RouteNameBytes}."] : [];
    }
}
