namespace Patterns.Sagas;

/// <summary>A step of a saga.</summary>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public sealed class SagaStep<TState>
    where TState : class
{
    internal SagaStep(string name, SagaAction<TState> run, SagaAction<TState>? undo, SagaStepOptions<TState> options)
    {
        Name = name;
        Run = run;
        Undo = undo;
        Options = options;
    }

    /// <summary>The step's name, which is stored: do not change it while sagas are open.</summary>
    public string Name { get; }

    /// <summary>How it is tried.</summary>
    public SagaStepOptions<TState> Options { get; }

    /// <summary>Whether anything undoes it.</summary>
    public bool CanBeUndone => Undo is not null;

    internal SagaAction<TState> Run { get; }

    internal SagaAction<TState>? Undo { get; }
}
