using Patterns.Local.Services.StepFunctions.Interpreter.History;

namespace Patterns.Local.Services.StepFunctions.Executions;

/// <summary>The events of an execution in memory; the interpreter bounds their number.</summary>
internal sealed class ExecutionHistory : IExecutionHistory
{
    private const int BytesOfEvent = 200;

    private readonly Lock _lock = new();
    private readonly List<HistoryEvent> _events = [];
    private long _size;

    /// <summary>About how many bytes it takes; what events share is counted with each.</summary>
    public long Size => Interlocked.Read(ref _size);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _events.Count;
            }
        }
    }

    public void Append(HistoryEvent happened)
    {
        lock (_lock)
        {
            _events.Add(happened);
            _size += BytesOfEvent + DataBytes(happened.Details);
        }
    }

    /// <summary>Some of the events.</summary>
    /// <param name="skip">How many to pass over, from the begin or, in reverse order, from the end.</param>
    /// <param name="take">How many to give at most.</param>
    /// <param name="isReversed">Whether the latest comes first.</param>
    public IReadOnlyList<HistoryEvent> Page(int skip, int take, bool isReversed)
    {
        lock (_lock)
        {
            var count = Math.Max(0, Math.Min(take, _events.Count - skip));
            var page = count == 0 ? [] : _events.GetRange(isReversed ? _events.Count - skip - count : skip, count);
            if (isReversed)
            {
                page.Reverse();
            }

            return page;
        }
    }

    private static int DataBytes(EventDetails? details) => details switch
    {
        ExecutionStartedDetails started => started.Input.ByteCount,
        ExecutionSucceededDetails succeeded => succeeded.Output.ByteCount,
        StateEnteredDetails entered => entered.Input.ByteCount,
        StateExitedDetails exited => exited.Output.ByteCount,
        FunctionScheduledDetails scheduled => scheduled.Input.ByteCount,
        FunctionSucceededDetails succeeded => succeeded.Output.ByteCount,
        TaskScheduledDetails scheduled => scheduled.Parameters.ByteCount,
        TaskOutputDetails output => output.Output.ByteCount,
        FunctionFailedDetails failed => failed.Cause?.Length ?? 0,
        TaskFailedDetails failed => failed.Cause?.Length ?? 0,
        _ => 0,
    };
}
