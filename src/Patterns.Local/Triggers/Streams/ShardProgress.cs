namespace Patterns.Local.Triggers.Streams;

/// <summary>Which records of a shard a mapping is done with: all below the checkpoint, and some above it.</summary>
internal sealed class ShardProgress(long start)
{
    private readonly Lock _lock = new();
    private readonly HashSet<long> _doneAbove = [];
    private readonly HashSet<long> _inFlight = [];
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

    /// <summary>Takes a record for a batch: from then on it is the batch's to finish or to give up.</summary>
    /// <returns>False when the record is done.</returns>
    public bool TryTake(long position)
    {
        lock (_lock)
        {
            return !IsDone(position) && _inFlight.Add(position);
        }
    }

    /// <summary>Gives back a record that was not put into a batch.</summary>
    public void Release(long position)
    {
        lock (_lock)
        {
            _inFlight.Remove(position);
        }
    }

    /// <summary>Gives back all records: nobody reads the shard now.</summary>
    public void ReleaseAll()
    {
        lock (_lock)
        {
            _inFlight.Clear();
        }
    }

    public void MarkDone(long position)
    {
        lock (_lock)
        {
            _inFlight.Remove(position);
            Finish(position);
        }
    }

    /// <summary>Gives up the records below <paramref name="first"/>, which are gone, except those that a batch has.</summary>
    /// <returns>How many of them were not done.</returns>
    public long Expire(long first)
    {
        lock (_lock)
        {
            var lost = 0L;
            for (var position = _checkpoint; position < first; position++)
            {
                if (!_inFlight.Contains(position) && !IsDone(position))
                {
                    Finish(position);
                    lost++;
                }
            }

            return lost;
        }
    }

    private bool IsDone(long position) => position < _checkpoint || _doneAbove.Contains(position);

    private void Finish(long position)
    {
        if (position >= _checkpoint)
        {
            _doneAbove.Add(position);
        }

        while (_doneAbove.Remove(_checkpoint))
        {
            _checkpoint++;
        }
    }
}
