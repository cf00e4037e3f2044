namespace Patterns.Windows.Internal;

/// <summary>A span of time without its last moment.</summary>
internal readonly record struct Interval(DateTimeOffset Start, DateTimeOffset End)
{
    public bool Overlaps(Interval other) => Start < other.End && other.Start < End;

    public Interval With(Interval other) => new(Start < other.Start ? Start : other.Start, End > other.End ? End : other.End);
}
