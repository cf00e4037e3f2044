using Patterns.Local.Services.StepFunctions.Data;
using Patterns.Local.Services.StepFunctions.Interpreter.History;
using Patterns.Local.Services.StepFunctions.Language.States;

namespace Patterns.Local.Services.StepFunctions.Interpreter.States;

/// <summary>The iterations of one attempt of a Map state: workers take items in order until none is left or one fails.</summary>
internal sealed class MapIterations(StateVisit visit, MapState state, JsonData input, ArrayData items, BranchGroup group)
{
    private readonly long _startedEvent = visit.Scope.Cursor.Last;
    private readonly Lock _lock = new();
    private int _next;
    private long _lastEvent = visit.Scope.Cursor.Last;

    /// <summary>Whole when no iteration failed.</summary>
    public JsonData[] Outputs { get; } = new JsonData[items.Items.Count];

    /// <returns>The end of the iteration that succeeded last, which the end of the Map state follows.</returns>
    public async Task<long> RunAsync(int workers)
    {
        // The service starts as many iterations as may run before it runs the first.
        _next = workers;
        var first = Enumerable.Range(0, workers).Select(Start).ToArray();
        await Task.WhenAll(first.Select((cursor, index) => WorkAsync(index, cursor))).ConfigureAwait(false);
        return _lastEvent;
    }

    private async Task WorkAsync(int index, EventCursor cursor)
    {
        while (await RunAsync(index, cursor).ConfigureAwait(false))
        {
            index = Interlocked.Increment(ref _next) - 1;
            if (index >= items.Items.Count)
            {
                return;
            }

            cursor = Start(index);
        }
    }

    private EventCursor Start(int index)
    {
        var cursor = new EventCursor(_startedEvent);
        Record(cursor, HistoryEventType.MapIterationStarted, index);
        return cursor;
    }

    /// <returns>Whether the Map state goes on.</returns>
    private async Task<bool> RunAsync(int index, EventCursor cursor)
    {
        var item = ContextObject.Item(index, items.Items[index]);
        var outcome = await BranchRun.RunAsync(visit, state.Processor, Select(index, item), group, cursor, item).ConfigureAwait(false);
        if (outcome is { Error: null })
        {
            Outputs[index] = outcome.Value.Output!;
            Finish(Record(cursor, HistoryEventType.MapIterationSucceeded, index));
            return true;
        }

        if (outcome?.Error is { } error && group.TryFail(error, cursor.Last))
        {
            Record(cursor, HistoryEventType.MapIterationFailed, index);
            await group.StopAsync().ConfigureAwait(false);
            return false;
        }

        cursor.Last = group.FailureEvent;
        Record(cursor, HistoryEventType.MapIterationAborted, index);
        return false;
    }

    private JsonData Select(int index, ObjectData item) => state.ItemSelector?.Evaluate(visit.Seeing(input, item)) ?? items.Items[index];

    private long Record(EventCursor cursor, HistoryEventType type, int index) =>
        visit.Environment.History.Append(cursor, type, new MapIterationDetails(state.Name, index));

    private void Finish(long finished)
    {
        lock (_lock)
        {
            _lastEvent = Math.Max(_lastEvent, finished);
        }
    }
}
