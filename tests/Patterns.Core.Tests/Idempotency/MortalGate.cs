namespace Patterns.Core.Tests.Idempotency;

/// <summary>Any step through it may be the process's last, while the processes beside it, as the clock, live on.</summary>
internal sealed class MortalGate(IStepGate gate, Random random, double killProbability) : IStepGate
{
    private volatile bool _isDead;

    public async ValueTask StepAsync(string name)
    {
        if (!_isDead)
        {
            await gate.StepAsync(name);
            _isDead |= NextDouble() < killProbability;
        }

        if (_isDead)
        {
            throw new ProcessKilledException($"Killed at: {name}.");
        }
    }

    private double NextDouble()
    {
        lock (random)
        {
            return random.NextDouble();
        }
    }
}
