namespace Patterns.Local.Services.StepFunctions.Interpreter;

/// <summary>The branches or iterations of one attempt of a Parallel or Map state; the first that fails stops the others.</summary>
internal sealed class BranchGroup(CancellationToken outer) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
    private readonly Lock _lock = new();

    public CancellationToken Stopping => _stop.Token;

    /// <summary>Why the group fails; null as long as it does not.</summary>
    public StatesError? Error { get; private set; }

    /// <summary>The event of the failure.</summary>
    public long FailureEvent { get; private set; }

    /// <summary>Whether a branch that was cancelled was so because another failed.</summary>
    public bool IsAborting => Error is not null && !outer.IsCancellationRequested;

    /// <returns>False when another branch failed before.</returns>
    public bool TryFail(StatesError error, long failureEvent)
    {
        lock (_lock)
        {
            if (Error is not null)
            {
                return false;
            }

            (FailureEvent, Error) = (failureEvent, error);
            return true;
        }
    }

    public Task StopAsync() => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();
}
