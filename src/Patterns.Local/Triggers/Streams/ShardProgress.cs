namespace Patterns.Local.Triggers.Streams;

/// <summary>Which records of a shard a mapping is done with: all below the checkpoint, and some above it.</summary>
internal sealed class ShardProgress(long start)
{
    private readonly Lock _lock = new();
    private readonly HashSet<long> _doneAbove = [];
    private long _checkpoint = start;

    /// <summary>The position of the first record that is not done.</summary>
    public long Checkpoint
    {
        get
        {
            lock (_lock)
            {
                return _checkpoint;
            }
        }
    }

    /// <summary>Whether the shard is closed and all of it is done.</summary>
    public bool IsFinished { get; set; }

    /// <summary>The window that is open; null for none.</summary>
    public WindowState? Window { get; set; }

    public bool IsDone(long position)
    {
        lock (_lock)
        {
            return position < _checkpoint || _doneAbove.Contains(position);
        }
    }

    public void MarkDone(long position)
    {
        lock (_lock)
        {
            if (position >= _checkpoint)
            {
                _doneAbove.Add(position);
                Advance();
            }
        }
    }

    /// <summary>Gives up the records below <paramref name="first"/>, which are gone.</summary>
    /// <returns>How many of them were not done.</returns>
    public long Expire(long first)
    {
        lock (_lock)
        {
            if (first <= _checkpoint)
            {
                return 0;
            }

            var lost = first - _checkpoint - _doneAbove.RemoveWhere(position => position < first);
            _checkpoint = first;
            Advance();
            return lost;
        }
    }

    private void Advance()
    {
        while (_doneAbove.Remove(_checkpoint))
        {
            _checkpoint++;
        }
    }
}
