using System.Runtime.InteropServices;

namespace Patterns.Local.Services.Streams;

/// <summary>Records by position, dropped from the front; not safe for several threads.</summary>
internal sealed class RecordLog
{
    private readonly List<StreamRecord> _records = [];
    private int _dropped;

    /// <summary>The position of the oldest record that is left.</summary>
    public long First { get; private set; }

    public int Count => _records.Count - _dropped;

    public long End => First + Count;

    public StreamRecord this[long position] => _records[_dropped + (int)(position - First)];

    public void Add(StreamRecord record) => _records.Add(record);

    public void DropFirst()
    {
        CollectionsMarshal.AsSpan(_records)[_dropped++] = null!;
        First++;
        if (_dropped >= 64 && _dropped >= _records.Count / 2)
        {
            _records.RemoveRange(0, _dropped);
            _dropped = 0;
        }
    }

    public List<StreamRecord> Range(long from, int count) => _records.GetRange(_dropped + (int)(from - First), count);

    /// <summary>The first position that <paramref name="isReached"/> holds for, once it holds for all later ones too.</summary>
    public long FindFirst(Predicate<StreamRecord> isReached)
    {
        var (low, high) = (First, End);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isReached(this[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
