namespace Patterns.Cqrs;

/// <summary>A row of a view.</summary>
/// <typeparam name="TView">What a row has.</typeparam>
public sealed record ViewRow<TView>
    where TView : class
{
    /// <summary>Where the row is.</summary>
    public required ViewKey Key { get; init; }

    /// <summary>What the row has.</summary>
    public required TView Value { get; init; }

    /// <summary>The aggregate whose change made the row what it is.</summary>
    public required string AggregateId { get; init; }

    /// <summary>That aggregate's version then.</summary>
    public required long Version { get; init; }

    /// <summary>When that change was stored, by the clock of its writer.</summary>
    public required DateTimeOffset At { get; init; }
}
