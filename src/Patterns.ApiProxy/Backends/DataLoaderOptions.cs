namespace Patterns.Backends;

/// <summary>How a <see cref="DataLoader{TKey, TValue}"/> gathers keys.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>How long keys are gathered, from the first one on. Default: 2 milliseconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>How many keys one call has at most. Default: 100.</summary>
    public int MaxKeys { get; init; } = 100;

    /// <summary>
    /// Whether calls begin, and those who ask go on, on threads of the pool, so that one that blocks its thread keeps nobody waiting. Default: true; false has
    /// tests on a clock of their own run on one thread.
    /// </summary>
    public bool OnThreadPool { get; init; } = true;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal DataLoaderOptions Validated()
    {
        var mistakes = new List<string>();
        if (Window <= TimeSpan.Zero)
        {
            mistakes.Add($"{nameof(Window)} must be positive, but is {Window}.");
        }

        if (MaxKeys < 1)
        {
            mistakes.Add($"{nameof(MaxKeys)} must be at least 1, but is {MaxKeys}.");
        }

        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(DataLoaderOptions), mistakes);
    }
}
