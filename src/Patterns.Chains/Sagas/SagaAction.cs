namespace Patterns.Sagas;

/// <summary>What a step does, or what undoes it.</summary>
/// <remarks>
/// It may run again after it has succeeded, when the process died before that was recorded: hand
/// <see cref="SagaStepContext.IdempotencyKey"/> on to whoever is called, or enlist the effect.
/// </remarks>
/// <param name="state">What is known of the saga; do not change it.</param>
/// <param name="context">Which saga, which step, which attempt.</param>
/// <returns>What is known now; the same object when nothing is new.</returns>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public delegate ValueTask<TState> SagaAction<TState>(TState state, SagaStepContext context)
    where TState : class;
