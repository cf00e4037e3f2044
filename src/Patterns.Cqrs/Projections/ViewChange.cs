namespace Patterns.Cqrs;

/// <summary>A row of a view that was written or removed, as the stream of the view's table brings it.</summary>
/// <typeparam name="TView">What a row has.</typeparam>
public sealed record ViewChange<TView>
    where TView : class
{
    /// <summary>Where the row is.</summary>
    public required ViewKey Key { get; init; }

    /// <summary>
    /// The version of the projection whose row it is: while a view is rebuilt, the rows of the version that nobody reads yet come as well. Compare
    /// with <see cref="ViewStore.GetLiveVersionAsync"/>.
    /// </summary>
    public required int ViewVersion { get; init; }

    /// <summary>What the row has; null when it was removed.</summary>
    public required TView? Value { get; init; }

    /// <summary>The aggregate whose change came into the row; of a removed row, the last one before.</summary>
    public required string AggregateId { get; init; }

    /// <summary>That aggregate's version then.</summary>
    public required long Version { get; init; }

    /// <summary>When that change was stored, by the clock of its writer.</summary>
    public required DateTimeOffset At { get; init; }
}
