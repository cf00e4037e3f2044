namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>Executions that have ended, in the order of their ends: forgets the oldest when their time is over or room is needed.</summary>
internal sealed class EndedExecutions(TimeProvider time, StepFunctionsLimits limits)
{
    private readonly Lock _lock = new();
    private readonly Queue<Execution> _ended = new();
    private readonly Queue<Execution> _withHistory = new();
    private long _historyBytes;

    public void Add(Execution execution)
    {
        lock (_lock)
        {
            _ended.Enqueue(execution);
            _withHistory.Enqueue(execution);
            _historyBytes += execution.History!.Size;
            Trim();
        }
    }

    /// <summary>Forgets whose time is over; to be called before an execution is looked up.</summary>
    public void ForgetOld()
    {
        lock (_lock)
        {
            Trim();
        }
    }

    private void Trim()
    {
        var oldest = time.GetUtcNow() - limits.Retention;
        while (_ended.TryPeek(out var execution) && (_ended.Count > limits.EndedExecutions || execution.End!.At <= oldest))
        {
            _ended.Dequeue();
            execution.Machine.Executions.Remove(execution);
            DropHistory(execution);
        }

        while (_historyBytes > limits.HistoryBytes && _withHistory.TryDequeue(out var execution))
        {
            DropHistory(execution);
        }

        while (_withHistory.TryPeek(out var execution) && execution.History is null)
        {
            _withHistory.Dequeue();
        }
    }

    private void DropHistory(Execution execution)
    {
        _historyBytes -= execution.History?.Size ?? 0;
        execution.DropHistory();
    }
}
