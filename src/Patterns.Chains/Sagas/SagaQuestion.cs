namespace Patterns.Sagas;

/// <summary>Finds out whether a step has happened whose answer was lost.</summary>
/// <param name="state">What was known before the step.</param>
/// <param name="context">Which saga, which step, which attempt.</param>
/// <returns>What the step would have returned, when it has happened; null when it has not.</returns>
/// <typeparam name="TState">What is known of a saga.</typeparam>
public delegate ValueTask<TState?> SagaQuestion<TState>(TState state, SagaStepContext context)
    where TState : class;
