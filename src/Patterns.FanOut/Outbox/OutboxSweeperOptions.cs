namespace Patterns.FanOut;

/// <summary>What an <see cref="OutboxSweeperHandler"/> takes up.</summary>
public sealed class OutboxSweeperOptions
{
    /// <summary>
    /// How old a row is before the sweeper takes it for one that the relay left behind. A shorter time makes duplicates when the
    /// relay is slow. A message that has failed is taken up as soon as its wait is over. Default: 5 minutes.
    /// </summary>
    public TimeSpan MinAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many messages one run publishes, beyond the last aggregates that it has begun. Default: 10,000.</summary>
    public int MaxMessages { get; init; } = 10_000;

    internal OutboxSweeperOptions Validated()
    {
        (bool IsWrong, string Mistake)[] rules =
        [
            (MinAge < TimeSpan.Zero, $"{nameof(MinAge)} must not be negative, but is {MinAge}."),
            (MaxMessages < 1, $"{nameof(MaxMessages)} must be at least 1, but is {MaxMessages}."),
        ];
        string[] mistakes = [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Mistake)];
        return mistakes.Length == 0 ? this : throw new OptionsException(nameof(OutboxSweeperOptions), mistakes);
    }
}
