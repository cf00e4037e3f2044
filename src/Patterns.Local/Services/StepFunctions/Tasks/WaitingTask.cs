using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Tasks;

/// <summary>A task that waits for the answer to its token, which may come before anybody waits for it.</summary>
internal sealed class WaitingTask
{
    private readonly TaskCompletionSource<TaskOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Action? _heartbeat;

    public Task<TaskOutcome> Answer => _answer.Task;

    /// <summary>True once it was answered or nobody waits any more.</summary>
    public bool IsOver => _answer.Task.IsCompleted;

    /// <summary>Whom heartbeats are told.</summary>
    public void OnHeartbeat(Action heartbeat) => _heartbeat = heartbeat;

    /// <summary>False when it is over.</summary>
    public bool TryAnswer(TaskOutcome outcome) => _answer.TrySetResult(outcome);

    /// <summary>False when it is over.</summary>
    public bool TryHeartbeat()
    {
        if (IsOver)
        {
            return false;
        }

        _heartbeat?.Invoke();
        return true;
    }

    /// <summary>Lets go of it: answers come too late from now on.</summary>
    public void Abandon() => _answer.TrySetCanceled();
}
