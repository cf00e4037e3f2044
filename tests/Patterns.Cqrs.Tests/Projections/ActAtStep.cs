namespace Patterns.Cqrs.Tests.Projections;

/// <summary>Has something happen between two steps of a process.</summary>
internal sealed class ActAtStep(int step, Func<Task> act) : IStepGate
{
    private int _taken;

    public bool HasActed => _taken > step;

    public async ValueTask StepAsync(string name)
    {
        if (_taken++ == step)
        {
            await act();
        }
    }
}
