namespace Patterns.FanOut.Tests.FanIn;

/// <summary>Lets everything pass and counts the transactions.</summary>
internal sealed class CountingGate : IStepGate
{
    private int _transactions;

    public int Transactions => _transactions;

    public async ValueTask StepAsync(string name)
    {
        if (name == "before: transact")
        {
            Interlocked.Increment(ref _transactions);
            await Task.Yield();
        }
    }
}
