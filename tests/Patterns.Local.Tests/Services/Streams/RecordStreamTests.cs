using System.Runtime.CompilerServices;
using Patterns.Local.Services.Streams;
using Patterns.Local.Tests.Triggers.Streams;

namespace Patterns.Local.Tests.Services.Streams;

public sealed class RecordStreamTests
{
    private readonly TestClock _clock = new();
    private readonly RecordStream _stream;
    private readonly Shard _shard;
    private int _last;

    public RecordStreamTests()
    {
        _stream = new RecordStream("arn", _clock, TimeSpan.FromHours(24));
        _shard = _stream.AddShard("shard-1", "0");
    }

    [Fact]
    public void Records_age_out_and_positions_stay()
    {
        for (var i = 0; i < 300; i++)
        {
            Put();
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        var read = _shard.Read(0, 1000);

        Assert.True(read.SkippedTrimmed);
        Assert.Equal(157, _shard.TrimHorizon);
        Assert.Equal((300, 300), (read.Next, _shard.Tip));
        Assert.Equal(Enumerable.Range(158, 143).Select(number => $"{number}"), read.Records.Select(record => record.SequenceNumber));
        Assert.Equal("201", Assert.Single(_shard.Read(200, 1).Records).SequenceNumber);
        Assert.Equal(200, _shard.PositionOf("201"));
    }

    [Fact]
    public void A_read_begins_where_it_is_told_and_ends_at_its_limit()
    {
        Put(10);

        var read = _shard.Read(3, 4);

        Assert.Equal(["4", "5", "6", "7"], read.Records.Select(record => record.SequenceNumber));
        Assert.Equal((7, false), (read.Next, read.SkippedTrimmed));
    }

    [Fact]
    public void Positions_are_found_by_number_and_by_time()
    {
        Put(9);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var time = _clock.GetUtcNow();
        Put(3);

        Assert.Equal((9, 9, 12), (_shard.PositionOf("10"), _shard.PositionAt(time), _shard.PositionOf("13")));
    }

    [Fact]
    public async Task Readers_are_woken_by_records_by_the_end_of_a_shard_and_by_new_shards()
    {
        var (changed, shards) = (_shard.Changed, _stream.Changed);
        Put();
        await changed;
        Assert.False(shards.IsCompleted);

        changed = _shard.Changed;
        _shard.Close();
        await changed;

        _stream.AddShard("shard-2", "2", "shard-1");
        await shards;
        Assert.Equal(["shard-1", "shard-2"], _stream.Shards.Select(shard => shard.Id));
    }

    [Fact]
    public void A_closed_shard_is_forgotten_when_its_records_have_aged_out()
    {
        Put();
        _clock.Advance(TimeSpan.FromHours(1));
        _shard.Close();
        var child = _stream.AddShard("shard-2", "2", "shard-1");
        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(2, _stream.Shards.Count);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal([child], _stream.Shards);
    }

    [Fact]
    public void A_new_shard_frees_what_has_aged_out_of_the_others_although_nobody_reads()
    {
        var (closed, sibling) = AddOldRecords();
        _clock.Advance(TimeSpan.FromHours(24));

        _stream.AddShard("shard-4", "4", "shard-2");
        GC.Collect();

        Assert.Equal((false, false), (closed.IsAlive, sibling.IsAlive));
    }

    [Theory]
    [InlineData("9", "10", -1)]
    [InlineData("100000000000000000000000", "99999999999999999999999", 1)]
    [InlineData("007", "7", 0)]
    public void Sequence_numbers_compare_as_numbers_of_any_length(string left, string right, int expected) =>
        Assert.Equal(expected, Math.Sign(SequenceNumbers.Compare(left, right)));

    [Fact]
    public void Keys_spread_over_shards_and_lanes_independently()
    {
        var hashes = Enumerable.Range(0, 1000).Select(key => KeyHash.Of($"key{key}")).ToList();

        Assert.All(
            hashes.GroupBy(hash => ((hash >> 32) % 4, hash % 4)),
            group => Assert.InRange(group.Count(), 30, 100));
    }

    /// <summary>A shard that is closed, and a record of one that is open: no local variable of the test holds them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Closed, WeakReference Sibling) AddOldRecords()
    {
        Put();
        var closed = _stream.AddShard("shard-2", "2", "shard-1");
        closed.Close();
        return (new WeakReference(closed), new WeakReference(_shard.Read(0, 1).Records[0]));
    }

    private void Put(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            _shard.Append(() => new NumberedRecord { Number = ++_last, SequenceNumber = $"{_last}", PartitionKey = "k", ArrivedAt = _clock.GetUtcNow() });
        }
    }
}
