namespace Patterns.Testing;

/// <summary>Kills the process at its k-th step. Run the same code for k = 0, 1, 2, … until <see cref="HasKilled"/> stays false.</summary>
/// <param name="step">How many steps the process survives.</param>
public sealed class KillAtStep(int step) : IStepGate
{
    private int _taken;

    /// <summary>Whether the process came to the step and died.</summary>
    public bool HasKilled => Volatile.Read(ref _taken) > step;

    /// <inheritdoc/>
    public ValueTask StepAsync(string name) => Interlocked.Increment(ref _taken) <= step
        ? ValueTask.CompletedTask
        : throw new ProcessKilledException($"Killed at step {step}: {name}.");
}
