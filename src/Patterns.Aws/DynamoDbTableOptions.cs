namespace Patterns.Aws;

/// <summary>How a table is laid out on DynamoDB, and how often it is asked.</summary>
public sealed class DynamoDbTableOptions
{
    /// <summary>The attribute with the partition key. Default: <c>pk</c>.</summary>
    public string PartitionKeyName { get; init; } = "pk";

    /// <summary>The attribute with the sort key. Default: <c>sk</c>.</summary>
    public string SortKeyName { get; init; } = "sk";

    /// <summary>The attribute with the expiry, on which the table has its time to live. Default: <c>expiresAt</c>.</summary>
    public string ExpiresAtName { get; init; } = "expiresAt";

    /// <summary>
    /// How often a request is sent at most while the service throttles it or other writes conflict with it, or its reply is lost
    /// and sending it twice does no harm; for a batch, how often without any progress. Default: 5.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The longest wait before the second attempt; it doubles with every further one. Default: 50 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait before any attempt. Default: 2 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many requests of one batch run at a time. Default: 4.</summary>
    public int MaxParallelism { get; init; } = 4;

    /// <summary>The clock for waits. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal DynamoDbTableOptions Validated()
    {
        var mistakes = new List<string>();
        CheckNames(mistakes);
        if (MaxAttempts < 1)
        {
            mistakes.Add($"{nameof(MaxAttempts)} must be at least 1, but is {MaxAttempts}.");
        }

        if (FirstDelay < TimeSpan.Zero || MaxDelay < FirstDelay)
        {
            mistakes.Add($"{nameof(FirstDelay)} and {nameof(MaxDelay)} must not be negative, nor the first the larger one, but are {FirstDelay} and {MaxDelay}.");
        }

        if (MaxParallelism < 1)
        {
            mistakes.Add($"{nameof(MaxParallelism)} must be at least 1, but is {MaxParallelism}.");
        }

        if (Time is null)
        {
            mistakes.Add($"{nameof(Time)} must not be null.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(DynamoDbTableOptions), mistakes);
    }

    private void CheckNames(List<string> mistakes)
    {
        string[] names = [PartitionKeyName, SortKeyName, ExpiresAtName];
        if (names.Any(string.IsNullOrEmpty) || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            mistakes.Add(
                $"{nameof(PartitionKeyName)}, {nameof(SortKeyName)} and {nameof(ExpiresAtName)} must be three different names, but are '{PartitionKeyName}', '{SortKeyName}' and '{ExpiresAtName}'.");
        }
    }
}
