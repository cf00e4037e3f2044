namespace Patterns.FanOut;

/// <summary>Where an <see cref="Outbox"/> keeps its rows. Writers, relay and sweeper must have the same.</summary>
public sealed class OutboxOptions
{
    /// <summary>What the partitions of the rows begin with, so that several outboxes and the state may share a table. Default: <c>outbox</c>.</summary>
    public string Partition { get; init; } = "outbox";

    /// <summary>
    /// Over how many partitions the rows are spread by their aggregate. More carry more messages a second (a partition of a
    /// DynamoDB table takes 1,000 writes a second, and a message costs about three), and a sweep reads them all. Change it only while the outbox is
    /// empty. Default: 16.
    /// </summary>
    public int Buckets { get; init; } = 16;

    /// <summary>How long a token is remembered, by the table's time to live. Default: 1 day.</summary>
    public TimeSpan KeepTokens { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal OutboxOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (string.IsNullOrEmpty(Partition), $"{nameof(Partition)} must not be empty."),
            (Buckets is < 1 or > 1000, $"{nameof(Buckets)} must be from 1 to 1000, but is {Buckets}."),
            (KeepTokens < TimeSpan.FromMinutes(10), $"{nameof(KeepTokens)} must be at least 10 minutes, but is {KeepTokens}."),
            (Time is null, $"{nameof(Time)} must not be null."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(OutboxOptions), mistakes);
    }
}
