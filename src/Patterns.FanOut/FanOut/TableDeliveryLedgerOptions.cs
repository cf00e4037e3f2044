namespace Patterns.FanOut;

/// <summary>How long a <see cref="TableDeliveryLedger"/> remembers.</summary>
public sealed class TableDeliveryLedgerOptions
{
    /// <summary>
    /// How long a note is kept after it was last written, by the table's time to live; no shorter than a message may come again.
    /// Default: 4 days, the retention of a queue unless it was given another.
    /// </summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(4);

    /// <summary>The clock by which notes expire. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal TableDeliveryLedgerOptions Validated()
    {
        var mistakes = new List<string>();
        if (KeepFor <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(KeepFor)} must be positive, but is {KeepFor}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(TableDeliveryLedgerOptions), mistakes);
    }
}
