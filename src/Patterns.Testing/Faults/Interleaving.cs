namespace Patterns.Testing;

/// <summary>
/// Runs several pieces of code as if at the same time, one step at a time, in an order that a seed decides. The same seed gives
/// the same order as long as the code waits for nothing but its gate.
/// </summary>
/// <param name="seed">Decides the order and who is killed.</param>
public sealed class Interleaving(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private readonly List<(Process Process, TaskCompletionSource Turn)> _waiting = [];
    private readonly List<Task> _running = [];
    private int _alive;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How likely a step is a process's last, from 0 to 1. Its start, before its code runs, never is. Default: 0.</summary>
    public double KillProbability { get; init; }

    /// <summary>Starts a process; it runs when <see cref="RunAsync"/> is called, and may be started by another one on the way.</summary>
    /// <param name="code">Gets the gate to put around its ports. Its end by a kill is normal; any other exception ends the run.</param>
    public void Start(Func<IStepGate, Task> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var process = new Process(this);
        lock (_lock)
        {
            _alive++;
        }

        var task = RunProcessAsync(process, code);
        lock (_lock)
        {
            _running.Add(task);
        }
    }

    /// <summary>Grants steps until all processes have ended.</summary>
    /// <exception cref="Exception">What a process threw that was not killed.</exception>
    public async Task RunAsync()
    {
        while (true)
        {
            Task changed;
            TaskCompletionSource? turn;
            lock (_lock)
            {
                changed = _changed.Task;
                turn = TakeTurn();
                if (turn is null && _alive == 0)
                {
                    break;
                }
            }

            if (turn is null)
            {
                await changed.ConfigureAwait(false);
            }
            else
            {
                turn.SetResult();
            }
        }

        // A process that is counted out may be a few instructions from its task's end.
        await Task.WhenAll(_running).ConfigureAwait(false);
    }

    private async Task RunProcessAsync(Process process, Func<IStepGate, Task> code)
    {
        try
        {
            await process.StepAsync("start").ConfigureAwait(false);
            await code(process).ConfigureAwait(false);
        }
        catch (Exception) when (process.IsKilled)
        {
            // A dead process says nothing.
        }
        finally
        {
            lock (_lock)
            {
                _alive--;
            }

            Notify();
        }
    }

    private TaskCompletionSource? TakeTurn()
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        var index = _random.Next(_waiting.Count);
        var (process, turn) = _waiting[index];
        _waiting.RemoveAt(index);
        process.IsKilled |= _random.NextDouble() < KillProbability && process.HasStarted;
        process.HasStarted = true;
        return turn;
    }

    private Task WaitForTurnAsync(Process process)
    {
        var turn = new TaskCompletionSource();
        lock (_lock)
        {
            _waiting.Add((process, turn));
        }

        Notify();
        return turn.Task;
    }

    private void Notify()
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    private sealed class Process(Interleaving schedule) : IStepGate
    {
        public bool HasStarted { get; set; }

        public bool IsKilled { get; set; }

        public async ValueTask StepAsync(string name)
        {
            if (!IsKilled)
            {
                await schedule.WaitForTurnAsync(this).ConfigureAwait(false);
            }

            if (IsKilled)
            {
                throw new ProcessKilledException($"Killed at: {name}.");
            }
        }
    }
}
