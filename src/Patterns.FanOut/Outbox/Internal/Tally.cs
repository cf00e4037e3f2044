namespace Patterns.FanOut.Internal;

/// <summary>Counts messages that several workers publish.</summary>
internal sealed class Tally
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
