using System.Text.Json;
using Patterns.Outbound;

namespace Patterns.Windows.Internal;

/// <summary>One invocation: adds its records to the state, one after the other.</summary>
internal sealed class WindowFold<TIn, TState, TOut> : RecordHandler<TIn>
{
    private readonly WindowParts<TIn, TState, TOut> _parts;
    private readonly WindowOptions<TIn> _options;
    private readonly OutboundWriter? _late;
    private readonly WindowMeter _meter;
    private readonly Window _window;
    private readonly WindowState _before;
    private readonly HashSet<string> _seen;
    private readonly List<(TIn Message, RecordContext Context)> _added = [];
    private string? _last;
    private TState _state;

    public WindowFold(
        WindowParts<TIn, TState, TOut> parts,
        WindowOptions<TIn> options,
        RecordHandlerOptions engine,
        OutboundWriter? late,
        WindowMeter meter,
        Window window,
        WindowState before)
        : base(parts.InputJson, engine)
    {
        _parts = parts;
        _options = options;
        _late = late;
        _meter = meter;
        _window = window;
        _before = before;
        _last = before.Last;
        _seen = [.. before.Seen ?? []];
        _state = Restore();
    }

    /// <summary>The state with the records that were added.</summary>
    public WindowState After() => new()
    {
        Last = _last,
        Value = JsonSerializer.SerializeToElement(_state, _parts.StateJson),
        Seen = _seen.Count > 0 ? _seen : null,
    };

    /// <summary>
    /// Makes the state anew of what it was and the records that were added, since the one that failed may have left traces in it.
    /// </summary>
    public async ValueTask RefoldAsync()
    {
        _state = Restore();
        foreach (var (message, context) in _added)
        {
            _state = await _parts.AddAsync(_state, message, context).ConfigureAwait(false);
        }
    }

    protected override async ValueTask HandleAsync(TIn message, RecordContext context)
    {
        var id = context.Id;
        if (_last is not null && SequenceNumbers.Compare(id, _last) <= 0)
        {
            _meter.CountDuplicates();
            return;
        }

        var duplicateId = _options.DuplicateId is { } idOf ? DuplicateDigest.Of(idOf(message)) : null;
        if (duplicateId is not null && _seen.Contains(duplicateId))
        {
            _meter.CountDuplicates();
        }
        else if (!IsLate(message) || await IncludeLateAsync(context).ConfigureAwait(false))
        {
            _state = await _parts.AddAsync(_state, message, context).ConfigureAwait(false);
            _added.Add((message, context));
            if (duplicateId is not null)
            {
                _seen.Add(duplicateId);
            }
        }

        _last = id;
    }

    private TState Restore() => _before.Value is { } value
        ? value.Deserialize(_parts.StateJson) ?? _parts.Start(_window)
        : _parts.Start(_window);

    private bool IsLate(TIn message) => _options.EventTime is { } time && time(message) < _window.Start - _options.AllowedLateness;

    private async ValueTask<bool> IncludeLateAsync(RecordContext context)
    {
        _meter.CountLate();
        if (_late is not null)
        {
            await _late.SendAsync([Envelope.CopyOf(context)], context.CancellationToken).ConfigureAwait(false);
        }

        return _options.Late == LateRecords.Include;
    }
}
