using Patterns.Local.Services.StepFunctions.Interpreter;

namespace Patterns.Local.Services.StepFunctions.Tasks;

/// <summary>The tokens for which tasks wait, and the latest of those that are over.</summary>
internal sealed class TaskTokens
{
    /// <summary>How many tokens that are over are told from those that never were.</summary>
    private const int RememberedTokens = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WaitingTask> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _over = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>How many tasks wait, for tests and the console.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    public (string Token, WaitingTask Task) Create()
    {
        var (token, task) = (TaskToken.Create(), new WaitingTask());
        lock (_lock)
        {
            _waiting.Add(token, task);
        }

        return (token, task);
    }

    /// <summary>Answers the task.</summary>
    /// <exception cref="AwsException"><c>InvalidToken</c>, <c>TaskDoesNotExist</c> or, when the task is over, <c>TaskTimedOut</c>.</exception>
    public void Answer(string token, TaskOutcome outcome)
    {
        if (!Find(token).TryAnswer(outcome))
        {
            throw StepFunctionsErrors.TaskTimedOut();
        }
    }

    /// <exception cref="AwsException"><c>InvalidToken</c>, <c>TaskDoesNotExist</c> or, when the task is over, <c>TaskTimedOut</c>.</exception>
    public void Heartbeat(string token)
    {
        if (!Find(token).TryHeartbeat())
        {
            throw StepFunctionsErrors.TaskTimedOut();
        }
    }

    /// <summary>Nobody waits for the task any more.</summary>
    public void Release(string token)
    {
        WaitingTask? task;
        lock (_lock)
        {
            if (!_waiting.Remove(token, out task))
            {
                return;
            }

            _over.Add(token);
            _order.Enqueue(token);
            if (_order.Count > RememberedTokens)
            {
                _over.Remove(_order.Dequeue());
            }
        }

        task.Abandon();
    }

    private WaitingTask Find(string token)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(token, out var task))
            {
                return task;
            }

            if (_over.Contains(token))
            {
                throw StepFunctionsErrors.TaskTimedOut();
            }
        }

        throw TaskToken.IsOne(token) ? StepFunctionsErrors.TaskDoesNotExist() : StepFunctionsErrors.InvalidToken();
    }
}
