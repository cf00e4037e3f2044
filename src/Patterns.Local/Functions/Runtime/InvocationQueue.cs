namespace Patterns.Local.Functions.Runtime;

/// <summary>Invocations that wait for an environment, and environments that wait for an invocation.</summary>
/// <remarks>The environment that worked last is taken first, so that spare ones become idle and are stopped.</remarks>
internal sealed class InvocationQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<FunctionInvocation> _waiting = new();
    private readonly List<TaskCompletionSource<FunctionInvocation?>> _idle = [];
    private int _expected;
    private bool _closed;

    /// <summary>Whether more invocations wait than environments are about to come.</summary>
    public bool NeedsMore
    {
        get
        {
            lock (_lock)
            {
                return !_closed && _waiting.Count > _expected;
            }
        }
    }

    /// <summary>Announces an environment that is starting, or that is about to be done with an invocation.</summary>
    public void Expect()
    {
        lock (_lock)
        {
            _expected++;
        }
    }

    /// <summary>Takes back an announcement: that environment will not come.</summary>
    public void Unexpect()
    {
        lock (_lock)
        {
            _expected--;
        }
    }

    public void Add(FunctionInvocation invocation)
    {
        lock (_lock)
        {
            if (_closed)
            {
                invocation.Abandon(Stopped());
                return;
            }

            if (_idle.Count == 0)
            {
                _waiting.Enqueue(invocation);
                return;
            }

            var environment = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            environment.SetResult(invocation);
        }
    }

    /// <summary>The next invocation if one is waiting, for an environment that was announced.</summary>
    public FunctionInvocation? TryTake()
    {
        lock (_lock)
        {
            _expected--;
            return _waiting.TryDequeue(out var invocation) ? invocation : null;
        }
    }

    /// <summary>
    /// The next invocation, for an environment that was announced; null when none came in time or <paramref name="gone"/>
    /// completed first.
    /// </summary>
    public async Task<FunctionInvocation?> TakeAsync(TimeSpan idleTimeout, Task gone, TimeProvider time)
    {
        var taken = BeginTake();
        if (!taken.Task.IsCompleted)
        {
            using var stop = new CancellationTokenSource();
            var timeout = Task.Delay(idleTimeout, time, stop.Token);
            await Task.WhenAny(taken.Task, timeout, gone).ConfigureAwait(false);
            await stop.CancelAsync().ConfigureAwait(false);
            EndTake(taken);
        }

        return await taken.Task.ConfigureAwait(false);
    }

    /// <summary>Sends every waiting environment away and gives up the invocations that nobody took.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var environment in _idle)
            {
                environment.SetResult(null);
            }

            _idle.Clear();
            while (_waiting.TryDequeue(out var invocation))
            {
                invocation.Abandon(Stopped());
            }
        }
    }

    private static OperationCanceledException Stopped() => new("The runner is stopping.");

    private TaskCompletionSource<FunctionInvocation?> BeginTake()
    {
        var taken = new TaskCompletionSource<FunctionInvocation?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _expected--;
            if (_closed)
            {
                taken.SetResult(null);
            }
            else if (_waiting.TryDequeue(out var invocation))
            {
                taken.SetResult(invocation);
            }
            else
            {
                _idle.Add(taken);
            }
        }

        return taken;
    }

    private void EndTake(TaskCompletionSource<FunctionInvocation?> taken)
    {
        lock (_lock)
        {
            if (_idle.Remove(taken))
            {
                taken.SetResult(null);
            }
        }
    }
}
