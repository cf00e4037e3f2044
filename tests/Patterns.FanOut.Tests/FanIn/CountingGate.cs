namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Counts the transactions, and holds the first one until it is let go.</summary>
internal sealed class CountingGate : IStepGate
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _transactions;

    public int Transactions => _transactions;

    public void LetGo() => _first.SetResult();

    public async ValueTask StepAsync(string name)
    {
        if (name == "before: transact" && Interlocked.Increment(ref _transactions) == 1)
        {
            await _first.Task;
        }
    }
}
