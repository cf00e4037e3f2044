namespace Patterns.Local.Services.StepFunctions.Interpreter.History;

/// <summary>Numbers the events of an execution and hands them on, one after the other.</summary>
internal sealed class HistoryRecorder(IExecutionHistory history, TimeProvider time, long maxEvents)
{
    private readonly Lock _lock = new();
    private long _last;
    private bool _isClosed;

    /// <summary>Called once when one more event would leave no room for the execution's end.</summary>
    public Action? Full { get; set; }

    /// <returns>The id of the event.</returns>
    /// <exception cref="OperationCanceledException">The execution has ended, or ends because its history is full.</exception>
    public long Append(EventCursor cursor, HistoryEventType type, EventDetails? details = null)
    {
        lock (_lock)
        {
            if (!_isClosed && _last < maxEvents - 1)
            {
                Write(cursor.Last, type, details);
                return cursor.Last = _last;
            }
        }

        Full?.Invoke();
        throw new OperationCanceledException("The execution has ended.");
    }

    /// <summary>Writes the start of the execution, which the first state does not follow.</summary>
    public void Start(EventDetails details)
    {
        lock (_lock)
        {
            Write(0, HistoryEventType.ExecutionStarted, details);
        }
    }

    /// <summary>Writes the end of the execution; nothing comes behind it.</summary>
    public void End(HistoryEventType type, EventDetails details, long previous)
    {
        lock (_lock)
        {
            Write(previous, type, details);
            _isClosed = true;
        }
    }

    private void Write(long previous, HistoryEventType type, EventDetails? details) =>
        history.Append(new HistoryEvent(++_last, previous, time.GetUtcNow(), type, details));
}
