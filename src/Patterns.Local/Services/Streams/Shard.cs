namespace Patterns.Local.Services.Streams;

/// <summary>An ordered log of records. Positions count records from the shard's beginning and never change.</summary>
internal sealed class Shard
{
    private readonly Lock _lock = new();
    private readonly RecordStream _stream;
    private readonly RecordLog _log = new();
    private readonly ChangeSignal _changed = new();
    private DateTimeOffset? _closedAt;

    public Shard(RecordStream stream, string id, string startingSequenceNumber, IReadOnlyList<string> parents)
    {
        _stream = stream;
        Id = id;
        StartingSequenceNumber = LastSequenceNumber = startingSequenceNumber;
        Parents = parents;
        StartedAt = stream.Time.GetUtcNow();
    }

    public string Id { get; }

    /// <summary>The shards that this one continues; their records come first.</summary>
    public IReadOnlyList<string> Parents { get; }

    public DateTimeOffset StartedAt { get; }

    public string StartingSequenceNumber { get; }

    /// <summary>The number of the newest record that there ever was; that of the start when there was none.</summary>
    public string LastSequenceNumber { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Whether the shard is closed for so long that no record can be left in it.</summary>
    public bool HasAgedOut => ClosedAt is { } closedAt && closedAt <= Horizon;

    /// <summary>The position of the oldest record that has not yet aged out.</summary>
    public long TrimHorizon
    {
        get
        {
            lock (_lock)
            {
                Trim();
                return _log.First;
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
                return _log.End;
            }
        }
    }

    /// <summary>Ends when a record is added or the shard is closed. Take it before <see cref="Read"/>.</summary>
    public Task Changed => _changed.Next;

    private DateTimeOffset? ClosedAt
    {
        get
        {
            lock (_lock)
            {
                return _closedAt;
            }
        }
    }

    private DateTimeOffset Horizon => _stream.Time.GetUtcNow() - _stream.Retention;

    /// <summary>Adds a record made under the shard's lock, so that its sequence number follows the one before.</summary>
    public TRecord Append<TRecord>(Func<TRecord> record)
        where TRecord : StreamRecord
    {
        TRecord added;
        lock (_lock)
        {
            Trim();
            added = record();
            _log.Add(added);
            LastSequenceNumber = added.SequenceNumber;
        }

        _changed.Notify();
        return added;
    }

    public void Close()
    {
        lock (_lock)
        {
            _closedAt ??= _stream.Time.GetUtcNow();
        }

        _changed.Notify();
    }

    /// <summary>Lets go of the records that have aged out; appends and reads do so too.</summary>
    public void FreeAged()
    {
        lock (_lock)
        {
            Trim();
        }
    }

    /// <summary>The records from <paramref name="position"/> on, and the position behind them; aged-out ones are skipped.</summary>
    public ShardRead Read(long position, int max)
    {
        lock (_lock)
        {
            Trim();
            var from = Math.Max(position, _log.First);
            var count = (int)Math.Clamp(_log.End - from, 0, max);
            return new ShardRead(_log.Range(from, count), from + count, position < _log.First);
        }
    }

    /// <summary>The position of the first record with this number or a higher one.</summary>
    public long PositionOf(string sequenceNumber) => Find(record => SequenceNumbers.Compare(record.SequenceNumber, sequenceNumber) >= 0);

    /// <summary>The position of the first record that arrived at this time or later.</summary>
    public long PositionAt(DateTimeOffset time) => Find(record => record.ArrivedAt >= time);

    private long Find(Predicate<StreamRecord> isReached)
    {
        lock (_lock)
        {
            Trim();
            return _log.FindFirst(isReached);
        }
    }

    private void Trim()
    {
        var horizon = Horizon;
        while (_log.Count > 0 && _log[_log.First].ArrivedAt <= horizon)
        {
            _log.DropFirst();
        }
    }
}
