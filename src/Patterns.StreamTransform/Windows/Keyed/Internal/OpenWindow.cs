using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Windows.Internal;

/// <summary>A window that has records and has not ended. Its state is read when it is first needed.</summary>
/// <param name="span">From when to when it is.</param>
/// <param name="last">The sequence number of the last record that was added to it.</param>
/// <param name="json">The state as it was written.</param>
internal sealed class OpenWindow<TState>(Interval span, string last, ReadOnlyMemory<byte> json)
{
    private ReadOnlyMemory<byte> _json = json;
    private TState? _state;
    private bool _isRead;

    public OpenWindow(Interval span, string last, TState state)
        : this(span, last, ReadOnlyMemory<byte>.Empty)
    {
        _state = state;
        _isRead = true;
    }

    public Interval Span => span;

    public string Last => last;

    public TState Read(JsonTypeInfo<TState> info)
    {
        if (!_isRead)
        {
            _state = JsonSerializer.Deserialize(_json.Span, info);
            _isRead = true;
        }

        return _state!;
    }

    public ReadOnlyMemory<byte> Write(JsonTypeInfo<TState> info) =>
        _isRead ? _json = JsonSerializer.SerializeToUtf8Bytes(_state!, info) : _json;
}
