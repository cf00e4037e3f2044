namespace Patterns.LongRunning;

/// <summary>Makes what a slice of a job returns.</summary>
public static class Slice
{
    /// <summary>The job goes on from this state.</summary>
    public static Slice<TState> Next<TState>(TState state, JobProgress? progress = null) => new(state, IsLast: false, progress);

    /// <summary>The job is done, and this is its result.</summary>
    public static Slice<TState> Last<TState>(TState state, JobProgress? progress = null) => new(state, IsLast: true, progress);
}

/// <summary>What a slice of a job returns: see <see cref="Slice"/>.</summary>
/// <typeparam name="TState">The job's state.</typeparam>
/// <param name="State">The state to go on from, or the result.</param>
/// <param name="IsLast">Whether the job is done.</param>
/// <param name="Progress">How far it is; null to leave that as it was.</param>
public readonly record struct Slice<TState>(TState State, bool IsLast, JobProgress? Progress);
