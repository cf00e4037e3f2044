using System.Text.Json;
using Amazon.Lambda.Core;
using Patterns.Outbound;

namespace Patterns.Windows.Internal;

/// <summary>Takes an invocation from the event to the reply. Serves many invocations at the same time.</summary>
internal sealed class WindowRunner<TIn, TState, TOut>
{
    private readonly WindowParts<TIn, TState, TOut> _parts;
    private readonly WindowOptions<TIn> _options;
    private readonly RecordHandlerOptions _engine;
    private readonly OutboundWriter _results;
    private readonly OutboundWriter? _late;
    private readonly SpilledStates? _spill;
    private readonly WindowMeter _meter;

    public WindowRunner(WindowParts<TIn, TState, TOut> parts, WindowOptions<TIn> options, RecordHandlerOptions engine, string name)
    {
        _parts = parts;
        _options = options;
        _engine = engine.InOneLane();
        _meter = new WindowMeter(name);
        _results = new OutboundWriter(options.Results, options.Outbound);
        _late = options.LateDestination is { } late ? new OutboundWriter(late, options.Outbound) : null;
        _spill = options.Spill is { } table ? new SpilledStates(table, options.SpillRetention, _engine.Time, name) : null;
    }

    public async Task<Stream> RunAsync(Stream input, ILambdaContext context)
    {
        using var copy = new MemoryStream();
        await input.CopyToAsync(copy).ConfigureAwait(false);
        var payload = copy.ToArray();
        var windowEvent = WindowEvent.Read(payload);
        using var deadline = new CancellationTokenSource(WorkTime(context), _engine.Time);
        var state = await ReadStateAsync(windowEvent, deadline.Token).ConfigureAwait(false);
        var outcome = await FoldAsync(windowEvent, state, RecordBatch.Read(payload), context).ConfigureAwait(false);
        if (!windowEvent.IsFinal)
        {
            var reply = await WriteStateAsync(windowEvent.Window, outcome.State, deadline.Token).ConfigureAwait(false);
            return WindowReply.Of(reply, outcome.Failed);
        }

        await CloseAsync(windowEvent, outcome.State, context, deadline.Token).ConfigureAwait(false);
        return WindowReply.Closed();
    }

    private TimeSpan WorkTime(ILambdaContext context)
    {
        var time = context.RemainingTime - TimeSpan.FromTicks(Math.Min(_engine.DeadlineReserve.Ticks, context.RemainingTime.Ticks / 5) / 4);
        return time > TimeSpan.Zero ? time : TimeSpan.Zero;
    }

    private async ValueTask<(WindowState State, IReadOnlyList<string> Failed)> FoldAsync(WindowEvent windowEvent, WindowState state, RecordBatch batch, ILambdaContext context)
    {
        if (batch.Count == 0)
        {
            return (state, []);
        }

        var fold = new WindowFold<TIn, TState, TOut>(_parts, _options, _engine, _late, _meter, windowEvent.Window, state);
        var outcome = await fold.HandleBatchAsync(batch, context).ConfigureAwait(false);
        if (outcome.Failures.Any(failure => failure.Reason == FailureReason.GivenUp))
        {
            // A record is still at work on the state.
            outcome.ThrowIfFailed();
        }

        if (outcome.Failures.Count > 0)
        {
            await fold.RefoldAsync().ConfigureAwait(false);
        }

        return (fold.After(), [.. outcome.ReportedIds]);
    }

    private async ValueTask<WindowState> ReadStateAsync(WindowEvent windowEvent, CancellationToken cancellationToken)
    {
        var state = JsonSerializer.Deserialize(windowEvent.State.Span, WindowStateJson.Default.WindowState)!;
        if (state.Spilled == 0)
        {
            return state;
        }

        return _spill is null
            ? throw new InvalidOperationException($"The window's state was spilled; set {nameof(WindowOptions<>.Spill)} to the table where it is.")
            : await _spill.ReadAsync(windowEvent.Window, state, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<byte[]> WriteStateAsync(Window window, WindowState state, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, WindowStateJson.Default.WindowState);
        if (_spill is null || json.Length <= _options.SpillAbove || state.Last is null)
        {
            return json;
        }

        _meter.CountSpilled();
        var reference = await _spill.WriteAsync(window, state, json, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(reference, WindowStateJson.Default.WindowState);
    }

    /// <summary>The ids have the last record's sequence number in them, which tells the parts of one window apart.</summary>
    private async ValueTask CloseAsync(WindowEvent windowEvent, WindowState state, ILambdaContext context, CancellationToken cancellationToken)
    {
        if (state.Last is null)
        {
            return;
        }

        var window = windowEvent.Window;
        var value = state.Value is { } kept ? kept.Deserialize(_parts.StateJson)! : _parts.Start(window);
        var results = new WindowResults<TOut>(window, windowEvent.IsEarly, cancellationToken);
        await _parts.CloseAsync(value, results).ConfigureAwait(false);
        var envelopes = results.All.Select((result, position) => new Envelope
        {
            Id = $"{window.ShardId}/{window.Start:yyyyMMddTHHmmssZ}/{state.Last}#{position}",
            Body = JsonSerializer.SerializeToUtf8Bytes(result.Value, _parts.OutputJson),
            Key = result.Key ?? window.ShardId,
            Type = _options.Type,
            Source = _options.Source ?? context.FunctionName,
            Time = window.End,
        });
        await _results.SendAsync([.. envelopes], cancellationToken).ConfigureAwait(false);
        _meter.CountClosed();
    }
}
