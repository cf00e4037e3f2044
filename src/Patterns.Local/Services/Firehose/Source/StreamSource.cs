using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Firehose.Delivery;
using Patterns.Local.Services.Kinesis;
using Patterns.Local.Services.Kinesis.Storage;
using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Firehose.Source;

/// <summary>Reads a Kinesis stream into a delivery stream, from the moment at which this is made: each shard once a second, children after their parents.</summary>
/// <remarks>
/// While the delivery stream is full nothing is read, and the records stay in the Kinesis stream. Source:
/// docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html, November 2026.
/// </remarks>
internal sealed class StreamSource
{
    private const int RecordsATurn = 100;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    // Others may put faster than this reads.
    private static readonly TimeSpan s_lastReadPatience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly KinesisStream _stream;
    private readonly DeliveryStream _delivery;
    private readonly TimeProvider _time;
    private readonly IFunctionConsole _console;
    private readonly Dictionary<string, ShardCursor> _cursors;
    private readonly ITimer _timer;
    private int _agedShards;
    private int _turns;
    private bool _hasEnded;

    public StreamSource(KinesisStream stream, DeliveryStream delivery, TimeProvider time, IFunctionConsole console)
    {
        _stream = stream;
        _delivery = delivery;
        _time = time;
        _console = console;
        _agedShards = stream.Log.Aged.Count;
        _cursors = stream.Log.Shards.ToDictionary(shard => shard.Id, shard => new ShardCursor(shard.Tip));
        _timer = time.CreateTimer(_ => Tick(), null, s_interval, s_interval);
    }

    /// <summary>Reads what there is for a last time: all of it, unless the delivery stream is full before or ten seconds are over.</summary>
    /// <returns>How many records were left.</returns>
    public long Stop()
    {
        lock (_lock)
        {
            var start = _time.GetTimestamp();
            while (Read() && _time.GetElapsedTime(start) < s_lastReadPatience)
            {
                // As long as there is more.
            }

            var left = _hasEnded ? 0 : CountUnread();
            End();
            return left;
        }
    }

    // A read that takes longer than the interval goes on; nobody queues behind it.
    private void Tick()
    {
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            Read();
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <returns>Whether there may be more to read at once.</returns>
    private bool Read()
    {
        if (_hasEnded)
        {
            return false;
        }

        if (_stream.Log.IsDeleted)
        {
            End();
            _console.Notice($"The delivery stream {_delivery.Settings.Name} no longer reads {_stream.Arn}: the stream was deleted.");
            return false;
        }

        try
        {
            return ReadShards();
        }
        catch (Exception exception)
        {
            End();
            _console.Notice($"The delivery stream {_delivery.Settings.Name} no longer reads {_stream.Arn}, because of a fault in the runner: {exception}");
            return false;
        }
    }

    private bool ReadShards()
    {
        NoticeLostShards();
        var hasMore = true;
        for (var turn = 0; hasMore && turn < KinesisLimits.RecordsPerGet / RecordsATurn; turn++)
        {
            hasMore = ReadTurn();
        }

        return hasMore;
    }

    // A few records of each shard, beginning with another one each time: no shard waits for one that always has more.
    private bool ReadTurn()
    {
        var shards = _stream.Log.Shards;
        var existing = shards.Select(shard => shard.Id).ToHashSet();
        var first = _turns % Math.Max(shards.Count, 1);
        var hasRead = false;
        foreach (var shard in shards.Skip(first).Concat(shards.Take(first)))
        {
            if (!_delivery.IsFull && shard.Parents.All(parent => !existing.Contains(parent) || CursorOf(parent).IsFinished))
            {
                hasRead |= ReadSome(shard, CursorOf(shard.Id));
            }
        }

        _turns += hasRead ? 1 : 0;
        return hasRead;
    }

    /// <returns>Whether there was anything to read, or the shard came to its end.</returns>
    private bool ReadSome(Shard shard, ShardCursor cursor)
    {
        if (cursor.IsFinished)
        {
            return false;
        }

        var isClosed = shard.IsClosed;
        var read = shard.Read(cursor.Position, RecordsATurn);
        NoticeLost(read.Next - read.Records.Count - cursor.Position);
        cursor.Position = read.Next - read.Records.Count;
        foreach (var record in read.Records.TakeWhile(_ => !_delivery.IsFull))
        {
            _delivery.Add(((KinesisRecord)record).Data, new SourcePosition(shard.Id, record.PartitionKey, record.SequenceNumber, record.ArrivedAt));
            cursor.Position++;
        }

        cursor.IsFinished = isClosed && cursor.Position >= shard.Tip;
        return read.Records.Count > 0 || cursor.IsFinished;
    }

    private ShardCursor CursorOf(string shardId)
    {
        if (!_cursors.TryGetValue(shardId, out var cursor))
        {
            // A shard that was added later is read from its beginning.
            _cursors.Add(shardId, cursor = new ShardCursor(0));
        }

        return cursor;
    }

    private long CountUnread() => _stream.Log.Shards.Sum(shard => shard.Tip - Math.Max(CursorOf(shard.Id).Position, shard.TrimHorizon));

    private void NoticeLostShards()
    {
        var aged = _stream.Log.Aged;
        foreach (var shard in aged.Skip(_agedShards))
        {
            NoticeLost(shard.Records - CursorOf(shard.Id).Position);
            _cursors.Remove(shard.Id);
        }

        _agedShards = aged.Count;
    }

    private void NoticeLost(long records)
    {
        if (records > 0)
        {
            _console.Notice($"The delivery stream {_delivery.Settings.Name}: {records} records of kinesis {_stream.Name} expired before it could take them.");
        }
    }

    private void End()
    {
        _hasEnded = true;
        _timer.Dispose();
    }
}
