using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.FanOut;

/// <summary>What a <see cref="TableStagingReceiver"/> takes and shows.</summary>
public sealed class TableStagingReceiverOptions
{
    /// <summary>
    /// The partition in which committed messages show, in the order of their commits; what the partitions of staged ones begin
    /// with. Default: <c>inbox</c>.
    /// </summary>
    public string Partition { get; init; } = "inbox";

    /// <summary>Whether the receiver takes the messages; false aborts the transaction. Default: it takes all.</summary>
    public Func<IReadOnlyList<Envelope>, bool> Accepts { get; init; } = static _ => true;

    /// <summary>
    /// The item that shows a message once it is committed, for a receiver that keeps it in a form of its own; the keys of one
    /// transaction are distinct. Default: null, an item in <see cref="Partition"/> that <see cref="TableStagingReceiver.ReadAsync"/> reads.
    /// </summary>
    public Func<Envelope, TableItem>? Show { get; init; }

    /// <summary>
    /// How long a decision is remembered, by the table's time to live: longer than a call of the coordinator may be late. Staged
    /// messages without a decision never expire. Default: 14 days.
    /// </summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal TableStagingReceiverOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (string.IsNullOrEmpty(Partition), $"{nameof(Partition)} must not be empty."),
            (Accepts is null, $"{nameof(Accepts)} must not be null."),
            (KeepFor <= TimeSpan.Zero, $"{nameof(KeepFor)} must be positive, but is {KeepFor}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(TableStagingReceiverOptions), mistakes);
    }
}
