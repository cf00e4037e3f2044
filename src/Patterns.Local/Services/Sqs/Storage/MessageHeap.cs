namespace Patterns.Local.Services.Sqs.Storage;

internal static class MessageHeap
{
    public const int Absent = -1;
}

/// <summary>A binary heap whose members know their place, so that any of them leaves in logarithmic time.</summary>
internal sealed class MessageHeap<TOrder>
    where TOrder : struct, IHeapOrder
{
    private StoredMessage[] _items = new StoredMessage[16];

    public int Count { get; private set; }

    public StoredMessage? First => Count == 0 ? null : _items[0];

    public void Add(StoredMessage message)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        MoveUp(message, Count++);
    }

    public void Remove(StoredMessage message)
    {
        var index = TOrder.IndexOf(message);
        TOrder.IndexOf(message) = MessageHeap.Absent;
        var last = _items[--Count];
        _items[Count] = null!;
        if (index == Count)
        {
            return;
        }

        if (index > 0 && IsBefore(last, _items[(index - 1) / 2]))
        {
            MoveUp(last, index);
        }
        else
        {
            MoveDown(last, index);
        }
    }

    /// <summary>Takes everything out and lets the caller have it, in no order.</summary>
    public StoredMessage[] Drain()
    {
        var all = _items.AsSpan(0, Count).ToArray();
        foreach (var message in all)
        {
            TOrder.IndexOf(message) = MessageHeap.Absent;
        }

        _items = new StoredMessage[16];
        Count = 0;
        return all;
    }

    private static bool IsBefore(StoredMessage left, StoredMessage right)
    {
        var (a, b) = (TOrder.KeyOf(left), TOrder.KeyOf(right));
        return a < b || (a == b && left.Number < right.Number);
    }

    private void MoveUp(StoredMessage message, int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (!IsBefore(message, _items[parent]))
            {
                break;
            }

            Place(_items[parent], index);
            index = parent;
        }

        Place(message, index);
    }

    private void MoveDown(StoredMessage message, int index)
    {
        for (var child = (2 * index) + 1; child < Count; child = (2 * index) + 1)
        {
            if (child + 1 < Count && IsBefore(_items[child + 1], _items[child]))
            {
                child++;
            }

            if (!IsBefore(_items[child], message))
            {
                break;
            }

            Place(_items[child], index);
            index = child;
        }

        Place(message, index);
    }

    private void Place(StoredMessage message, int index)
    {
        _items[index] = message;
        TOrder.IndexOf(message) = index;
    }
}
