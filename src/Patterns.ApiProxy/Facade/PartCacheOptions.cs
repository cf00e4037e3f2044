namespace Patterns.Facade;

/// <summary>How long a <see cref="PartCache"/> keeps values.</summary>
public sealed class PartCacheOptions
{
    /// <summary>Tells values of one kind from others in the table; without <c>#</c>. A value's form is part of its kind: change the name with it.</summary>
    public required string Name { get; init; }

    /// <summary>How long a value is served without asking. Default: 30 seconds.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after that a value is served while somebody else asks, and when nobody answers. Default: 10 minutes; zero for never.
    /// </summary>
    public TimeSpan Stale { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often those look who wait for a value that somebody else loads. Default: 50 milliseconds.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the table may take; after that, the part is asked for without the cache. Default: 250 milliseconds.</summary>
    public TimeSpan TableTimeout { get; init; } = TimeSpan.FromMilliseconds(250);

    internal PartCacheOptions Validated()
    {
        var mistakes = Mistakes().ToList();
        return mistakes.Count == 0 ? this : throw new OptionsException(nameof(PartCacheOptions), mistakes);
    }

    private IEnumerable<string> Mistakes()
    {
        if (Name is null or { Length: 0 or > 200 } || Name.Contains('#'))
        {
            yield return $"{nameof(Name)} must have 1 to 200 characters without '#', but is '{Name}'.";
        }

        foreach (var (name, value) in new[] { (nameof(Fresh), Fresh), (nameof(PollInterval), PollInterval), (nameof(TableTimeout), TableTimeout) })
        {
            if (value <= TimeSpan.Zero)
            {
                yield return $"{name} must be positive, but is {value}.";
            }
        }

        if (Stale < TimeSpan.Zero)
        {
            yield return $"{nameof(Stale)} must not be negative, but is {Stale}.";
        }
    }
}
