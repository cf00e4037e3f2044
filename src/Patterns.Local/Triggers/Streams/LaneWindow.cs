using Patterns.Local.Services.Streams;

namespace Patterns.Local.Triggers.Streams;

/// <summary>The tumbling window of a shard: hands the state from one invocation to the next, and ends the window.</summary>
internal sealed class LaneWindow(StreamReading reading, Shard shard, ShardProgress progress)
{
    private readonly LaneInvoker _invoker = new(reading);

    /// <summary>Opens the record's window, unless it is open already.</summary>
    public async Task EnterAsync(BatchEntry entry, CancellationToken stop)
    {
        if (reading.TumblingWindow > TimeSpan.Zero)
        {
            await EndIfTooLargeAsync(stop).ConfigureAwait(false);
            progress.Window ??= WindowState.Fresh(WindowBounds.At(entry.Record.ArrivedAt, reading.TumblingWindow));
        }
    }

    public ReadOnlyMemory<byte> WriteEvent(ReadOnlySpan<BatchEntry> entries) => reading.TumblingWindow > TimeSpan.Zero
        ? StreamEvent.Write(entries, progress.Window!, shard.Id, reading.Stream.Arn, isFinal: false, isEarly: false)
        : StreamEvent.Write(entries);

    /// <summary>Keeps the state for the next invocation; one that is too large ends the window early, and a fresh state follows in it.</summary>
    public async Task LearnAsync(ReadOnlyMemory<byte>? state, CancellationToken stop)
    {
        if (progress.Window is { } window && state is { } returned)
        {
            progress.Window = window with { State = returned };
            await EndIfTooLargeAsync(stop).ConfigureAwait(false);
        }
    }

    /// <summary>Hands the state to the function for the last time. The shard waits until that succeeds or is given up.</summary>
    public async Task CloseAsync(CancellationToken stop)
    {
        if (progress.Window is not { } window)
        {
            return;
        }

        var closesAt = reading.Aws.Time.GetUtcNow();
        var isEarly = window.IsTooLarge || closesAt < window.Bounds.End;
        var payload = StreamEvent.Write([], window, shard.Id, reading.Stream.Arn, isFinal: true, isEarly);
        var (failures, tries) = (0, 0);
        while (!await SucceedsAsync(payload, () => failures++).ConfigureAwait(false))
        {
            if (failures > reading.Settings.Stream.RetryLimit || reading.Aws.Time.GetUtcNow() - closesAt > reading.AgeLimit)
            {
                reading.Notice($"the final state of a window of {reading.Source} ({shard.Id}, {window.Bounds.Start:u}) is lost: the function failed {failures} times.");
                break;
            }

            await Task.Delay(RetryBackoff.After(++tries), reading.Aws.Time, stop).ConfigureAwait(false);
        }

        progress.Window = null;
    }

    private async Task EndIfTooLargeAsync(CancellationToken stop)
    {
        if (progress.Window is { IsTooLarge: true } window)
        {
            await CloseAsync(stop).ConfigureAwait(false);
            progress.Window = WindowState.Fresh(window.Bounds);
        }
    }

    private async Task<bool> SucceedsAsync(ReadOnlyMemory<byte> payload, Action failed)
    {
        var result = await _invoker.InvokeAsync(payload, records: 0).ConfigureAwait(false);
        if (result is { Succeeded: false })
        {
            reading.LastProcessingResult = "PROBLEM: Function call failed";
            failed();
        }

        return result is { Succeeded: true };
    }
}
