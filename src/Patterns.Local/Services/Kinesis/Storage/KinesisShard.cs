using Patterns.Local.Services.Streams;

namespace Patterns.Local.Services.Kinesis.Storage;

/// <summary>A shard of a stream: a log with a range of hash keys.</summary>
/// <remarks>Appends and closing are for the stream, which makes sure that they do not meet.</remarks>
internal sealed class KinesisShard(Shard log, int number, HashKeyRange hashKeys, long createdSecond, bool isLimited, TimeProvider time)
{
    private readonly ShardRate? _rate = isLimited ? new ShardRate(time) : null;
    private long _lastIndex;

    public Shard Log => log;

    public string Id => log.Id;

    public int Number => number;

    public HashKeyRange HashKeys => hashKeys;

    /// <summary>The second that its sequence numbers begin with: after that of its parents, even when the clock stands still.</summary>
    public long CreatedSecond => createdSecond;

    public string? Parent => log.Parents is [var parent, ..] ? parent : null;

    /// <summary>The other parent of a shard that two were merged into.</summary>
    public string? AdjacentParent => log.Parents is [_, var other, ..] ? other : null;

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Above all numbers of its records; null while the shard is open.</summary>
    public string? EndingSequenceNumber { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public PutOutcome Put(KinesisStream stream, in NewRecord record)
    {
        if (_rate?.TryTake(record.Size) == false)
        {
            return new PutOutcome(Id, null);
        }

        var (partitionKey, data) = (record.PartitionKey, record.Data);
        var now = time.GetUtcNow();
        var added = log.Append(() => new KinesisRecord(stream)
        {
            SequenceNumber = new SequenceNumber(createdSecond, number, ++_lastIndex, now.ToUnixTimeSeconds()).ToString(),
            PartitionKey = partitionKey,
            ArrivedAt = now,
            Data = data,
        });
        return new PutOutcome(Id, added.SequenceNumber);
    }

    public void Close()
    {
        var now = time.GetUtcNow();
        EndingSequenceNumber = new SequenceNumber(createdSecond, number, SequenceNumber.LastIndex, now.ToUnixTimeSeconds()).ToString();
        ClosedAt = now;
        log.Close();
    }

    /// <summary>Whether the shard took records at that time.</summary>
    public bool WasOpenAt(DateTimeOffset moment) => log.StartedAt <= moment && (ClosedAt is not { } closed || closed >= moment);
}
