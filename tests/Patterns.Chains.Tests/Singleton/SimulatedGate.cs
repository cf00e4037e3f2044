namespace Patterns.Chains.Tests.Singleton;

/// <summary>The way of a process's work to its tables: now and then the process is frozen just before a request leaves.</summary>
internal sealed class SimulatedGate(SimulatedProcess process, Random random, TimeSpan lease) : IStepGate
{
    public ValueTask StepAsync(string name)
    {
        if (random.NextDouble() < 0.05)
        {
            process.Freeze(lease * (0.5 + (2 * random.NextDouble())));
        }

        return process.StepAsync(name);
    }
}
