namespace Patterns.Testing;

/// <summary>The records of a shard whose keys are this lane's, and how far they are read.</summary>
internal sealed class MappingLane(FakeShard shard, int lane, int lanes)
{
    private int _position;
    private int _half;
    private int _tries;
    private FakeWindow? _window;

    private IReadOnlyList<ArrivedRecord> Own => lanes == 1 ? shard.Records : [.. shard.Records.Where(record => LaneOf(record) == lane)];

    /// <summary>Whether there is something to read, or a window to be closed because the shard has ended.</summary>
    public bool HasWork(FakeStreamMapping mapping) => _position < Own.Count || (_window is not null && !shard.IsOpen);

    public async Task StepAsync(FakeStreamMapping mapping)
    {
        var records = Own;
        if (_position >= records.Count || IsOfLaterWindow(records[_position], mapping))
        {
            await CloseWindowAsync(mapping).ConfigureAwait(false);
            return;
        }

        var batch = TakeBatch(records, mapping);
        var result = await mapping.InvokeAsync(shard, batch, _window, isFinal: false).ConfigureAwait(false);
        if (_window is not null && !result.HasState)
        {
            // Without a state there is no success in a window.
            result = FunctionResult.Error;
        }

        _window = _window is null ? null : _window with { State = result.State ?? _window.State };
        Advance(batch, result, mapping);
        if (_window is { IsTooLarge: true })
        {
            await CloseWindowAsync(mapping).ConfigureAwait(false);
        }
    }

    public async Task CloseWindowAsync(FakeStreamMapping mapping)
    {
        if (_window is { } window && await mapping.InvokeAsync(shard, [], window, isFinal: true).ConfigureAwait(false) is { IsError: false, HasState: true })
        {
            _window = null;
        }
    }

    private static FakeWindow WindowOf(ArrivedRecord record, TimeSpan length)
    {
        var start = record.ArrivedAt - new TimeSpan((record.ArrivedAt - DateTimeOffset.UnixEpoch).Ticks % length.Ticks);
        return new FakeWindow(start, start + length, "{}");
    }

    private int LaneOf(ArrivedRecord record)
    {
        // Stable over processes, unlike the hash code of texts.
        var hash = 17;
        foreach (var character in record.Record.PartitionKey)
        {
            hash = unchecked((hash * 31) + character);
        }

        return (int)((uint)hash % (uint)lanes);
    }

    private bool IsOfLaterWindow(ArrivedRecord record, FakeStreamMapping mapping) =>
        _window is { } window && WindowOf(record, mapping.TumblingWindow).Start != window.Start;

    private List<ArrivedRecord> TakeBatch(IReadOnlyList<ArrivedRecord> records, FakeStreamMapping mapping)
    {
        if (mapping.TumblingWindow > TimeSpan.Zero)
        {
            _window ??= WindowOf(records[_position], mapping.TumblingWindow);
        }

        var size = _half > 0 ? _half : mapping.BatchSize;
        return [.. records.Skip(_position).Take(size).TakeWhile(record => !IsOfLaterWindow(record, mapping))];
    }

    private void Advance(List<ArrivedRecord> batch, FunctionResult result, FakeStreamMapping mapping)
    {
        _position += result.IsError ? 0 : result.Done;
        if (!result.IsError && result.Done > 0)
        {
            _tries = 0;
            _half = 0;
        }
        else if (result.IsError && mapping.BisectOnError && batch.Count > 1)
        {
            // Halving costs no attempt.
            _half = (batch.Count + 1) / 2;
        }
        else if (++_tries > mapping.MaximumRetryAttempts)
        {
            mapping.Discard(batch);
            _position += batch.Count;
            _tries = 0;
            _half = 0;
        }
    }
}
