using System.Text;
using Patterns.Outbound;

namespace Patterns.Testing;

/// <summary>A stream with shards, in memory: records go to the shard that has their key's hash, and keep their order there.</summary>
/// <remarks>
/// As a destination, it keeps messages as structured CloudEvents, so that a function behind it sees their ids and attributes. Read
/// it with a <see cref="FakeStreamMapping"/>. Safe for several callers at a time.
/// </remarks>
public sealed class FakeStream : IDestination
{
    private const int MostEntries = 500;
    private const int MostRequestBytes = 10 * 1024 * 1024;
    private const int MostEntryBytes = 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly List<FakeShard> _shards = [];
    private readonly List<StreamRecord> _records = [];
    private readonly TimeProvider _time;
    private long _lastSequence;

    /// <summary>Makes a stream.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shards">How many shards it begins with.</param>
    /// <param name="time">The clock for arrival times; null for one of its own that stands still.</param>
    public FakeStream(string name = "stream", int shards = 1, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        Name = name;
        _time = time ?? new FakeTimeProvider();
        AddShards(shards, []);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The stream's ARN.</summary>
    public string Arn => "arn:aws:kinesis:eu-west-1:111122223333:stream/" + Name;

    /// <inheritdoc/>
    public DestinationLimits Limits { get; init; } = new(MostEntries, MostRequestBytes, MostEntryBytes, int.MaxValue);

    /// <inheritdoc/>
    public bool KeepsOrder => true;

    /// <summary>
    /// Asked for each message before it is kept: the failure to report for it, or null to take it; throwing fails the whole
    /// request. Default: takes everything.
    /// </summary>
    public Func<Envelope, SendFailure?> Refuse { get; set; } = static _ => null;

    /// <summary>Every record that was put, in order of arrival.</summary>
    public IReadOnlyList<StreamRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>The names of the shards that take records now.</summary>
    public IReadOnlyList<string> OpenShards
    {
        get
        {
            lock (_lock)
            {
                return [.. _shards.Where(shard => shard.IsOpen).Select(shard => shard.Id)];
            }
        }
    }

    internal IReadOnlyList<FakeShard> Shards
    {
        get
        {
            lock (_lock)
            {
                return [.. _shards];
            }
        }
    }

    /// <summary>Puts a record; its sequence number is greater than that of every record before.</summary>
    public string Put(string partitionKey, string text) => Put(partitionKey, Encoding.UTF8.GetBytes(text));

    /// <summary>Puts a record; its sequence number is greater than that of every record before.</summary>
    public string Put(string partitionKey, ReadOnlyMemory<byte> data)
    {
        ArgumentException.ThrowIfNullOrEmpty(partitionKey);
        lock (_lock)
        {
            // As long as the service's, so that texts have the order of the numbers.
            var sequence = $"4964{++_lastSequence:D52}";
            var record = new StreamRecord(partitionKey, data) { SequenceNumber = sequence };
            _records.Add(record);
            _shards.First(shard => shard.IsOpen && shard.Has(partitionKey)).Add(record, _time.GetUtcNow());
            return sequence;
        }
    }

    /// <summary>Closes all open shards and opens others in their place; they are read when those before them are read to their end.</summary>
    public void Reshard(int shards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shards, 1);
        lock (_lock)
        {
            var parents = _shards.Where(shard => shard.IsOpen).ToList();
            parents.ForEach(shard => shard.IsOpen = false);
            AddShards(shards, parents);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        cancellationToken.ThrowIfCancellationRequested();
        if (envelopes.Count is 0 or > MostEntries || envelopes.Any(envelope => envelope.Body.Length > Limits.MaxEntryBytes))
        {
            throw new DestinationException($"The request has {envelopes.Count} entries; {Name} takes {Limits}.", isRetryable: false);
        }

        var failures = new List<SendFailure>();
        foreach (var envelope in envelopes)
        {
            if (Refuse(envelope) is { } failure)
            {
                failures.Add(failure);
            }
            else
            {
                Put(envelope.Key ?? envelope.Id, CloudEventText.Write(envelope));
            }
        }

        return ValueTask.FromResult<IReadOnlyList<SendFailure>>(failures);
    }

    private void AddShards(int count, IReadOnlyList<FakeShard> parents)
    {
        var width = UInt128.MaxValue / (UInt128)count;
        for (var index = 0; index < count; index++)
        {
            var end = index == count - 1 ? UInt128.MaxValue : (width * (UInt128)(index + 1)) - 1;
            _shards.Add(new FakeShard($"shardId-{_shards.Count:D12}", width * (UInt128)index, end, parents));
        }
    }
}
