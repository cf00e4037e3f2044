namespace Patterns.Local.Services.Streams;

/// <summary>An ordered log of records. Positions count records from the shard's beginning and never change.</summary>
internal sealed class Shard
{
    private readonly Lock _lock = new();
    private readonly RecordStream _stream;
    private readonly List<StreamRecord> _records = [];
    private long _first;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Shard(RecordStream stream, string id, IReadOnlyList<string> parents)
    {
        _stream = stream;
        Id = id;
        Parents = parents;
    }

    public string Id { get; }

    /// <summary>The shards that this one continues; their records come first.</summary>
    public IReadOnlyList<string> Parents { get; }

    public bool IsClosed { get; private set; }

    /// <summary>The position of the oldest record that has not yet aged out.</summary>
    public long TrimHorizon
    {
        get
        {
            lock (_lock)
            {
                Trim();
                return _first;
            }
        }
    }

    /// <summary>The position behind the newest record.</summary>
    public long Tip
    {
        get
        {
            lock (_lock)
            {
                return _first + _records.Count;
            }
        }
    }

    /// <summary>Ends when a record is added or the shard is closed. Take it before <see cref="Read"/>.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Adds a record made under the shard's lock, so that its sequence number follows the one before.</summary>
    public TRecord Append<TRecord>(Func<TRecord> record)
        where TRecord : StreamRecord
    {
        TRecord added;
        lock (_lock)
        {
            Trim();
            added = record();
            _records.Add(added);
        }

        Notify();
        return added;
    }

    public void Close()
    {
        lock (_lock)
        {
            IsClosed = true;
        }

        Notify();
    }

    /// <summary>The records from <paramref name="position"/> on, and the position behind them; aged-out ones are skipped.</summary>
    public ShardRead Read(long position, int max)
    {
        lock (_lock)
        {
            Trim();
            var from = Math.Max(position, _first);
            var count = (int)Math.Clamp(_first + _records.Count - from, 0, max);
            return new ShardRead(_records.GetRange((int)(from - _first), count), from + count, position < _first);
        }
    }

    private void Trim()
    {
        var horizon = _stream.Time.GetUtcNow() - _stream.Retention;
        var old = 0;
        while (old < _records.Count && _records[old].ArrivedAt <= horizon)
        {
            old++;
        }

        _records.RemoveRange(0, old);
        _first += old;
    }

    private void Notify()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
