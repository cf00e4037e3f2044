using System.Buffers;

namespace Patterns.Local.Services.StepFunctions.Data;

internal sealed class ArrayData : JsonData
{
    private readonly IReadOnlyList<JsonData> _items;
    private int _byteCount;

    /// <param name="items">The caller changes the list no more.</param>
    public ArrayData(IReadOnlyList<JsonData> items)
    {
        _items = items;
        foreach (var item in items)
        {
            Depth = Math.Max(Depth, item.Depth);
        }

        Depth++;
    }

    public static ArrayData Empty { get; } = new([]);

    public IReadOnlyList<JsonData> Items => _items;

    public override int Depth { get; }

    public override int ByteCount => _byteCount != 0 ? _byteCount : _byteCount = CountBytes();

    public override bool IsSameAs(JsonData other)
    {
        if (other is not ArrayData that || that._items.Count != _items.Count)
        {
            return false;
        }

        for (var i = 0; i < _items.Count; i++)
        {
            if (!_items[i].IsSameAs(that._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override void WriteTo(IBufferWriter<byte> buffer)
    {
        buffer.Write("["u8);
        for (var i = 0; i < _items.Count; i++)
        {
            buffer.Write(i == 0 ? default : ","u8);
            _items[i].WriteTo(buffer);
        }

        buffer.Write("]"u8);
    }

    private int CountBytes()
    {
        var count = 2 + Math.Max(0, _items.Count - 1);
        foreach (var item in _items)
        {
            count += item.ByteCount;
        }

        return count;
    }
}
