using System.Buffers;
using System.Numerics;

namespace Patterns.Records.Internal;

/// <summary>Deals records to workers. Records of one key form a lane, which one worker at a time goes along in order.</summary>
internal sealed class LaneSchedule
{
    private const int None = -1;

    private readonly int _count;
    private int[]? _memory;
    private int _next = None;

    public LaneSchedule(RecordBatch batch, bool isOrdered, bool isOneLane = false)
    {
        _count = batch.Count;
        LaneCount = _count;
        if (isOrdered && _count > 1 && isOneLane)
        {
            BuildOneLane();
        }
        else if (isOrdered && _count > 1)
        {
            BuildLanes(batch);
        }
    }

    public int LaneCount { get; private set; }

    // The first part of the memory links each record to the next of its lane, the second lists the lanes' first records.
    private Span<int> Links => _memory.AsSpan(0, _count);

    private Span<int> Heads => _memory.AsSpan(_count, _count);

    public bool TryTake(out int first)
    {
        var lane = Interlocked.Increment(ref _next);
        if (lane >= LaneCount)
        {
            first = None;
            return false;
        }

        first = _memory is null ? lane : Heads[lane];
        return true;
    }

    /// <summary>The record after <paramref name="index"/> in its lane, or a negative number.</summary>
    public int After(int index) => _memory is null ? None : Links[index];

    public void Release()
    {
        if (_memory is not null)
        {
            ArrayPool<int>.Shared.Return(_memory);
            _memory = null;
        }
    }

    private void BuildOneLane()
    {
        _memory = ArrayPool<int>.Shared.Rent(_count * 2);
        for (var index = 0; index < _count; index++)
        {
            Links[index] = index + 1;
        }

        Links[_count - 1] = None;
        Heads[0] = 0;
        LaneCount = 1;
    }

    private void BuildLanes(RecordBatch batch)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)_count * 2);
        _memory = ArrayPool<int>.Shared.Rent((_count * 2) + slots + _count);
        Links.Fill(None);
        var table = _memory.AsSpan(_count * 2, slots);
        table.Fill(None);
        var tails = _memory.AsSpan((_count * 2) + slots, _count);
        LaneCount = 0;
        for (var index = 0; index < _count; index++)
        {
            var slot = FindSlot(batch, table, index);
            var head = table[slot];
            if (head == None)
            {
                table[slot] = index;
                Heads[LaneCount++] = index;
                tails[index] = index;
            }
            else
            {
                Links[tails[head]] = index;
                tails[head] = index;
            }
        }
    }

    /// <summary>The slot of the record's key: that of the lane's first record, or an empty one.</summary>
    private static int FindSlot(RecordBatch batch, ReadOnlySpan<int> table, int index)
    {
        var slot = batch.GetKeyHash(index) & (table.Length - 1);
        while (table[slot] != None && !batch.HaveSameKey(table[slot], index))
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        return slot;
    }
}
