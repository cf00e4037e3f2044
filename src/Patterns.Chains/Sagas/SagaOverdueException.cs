namespace Patterns.Sagas;

/// <summary>
/// The saga's time was over before another attempt, and an earlier attempt of the step may have happened. In a state machine, its name is
/// the error that is caught.
/// </summary>
public sealed class SagaOverdueException : NonRetryableException
{
    internal SagaOverdueException(string sagaId, string step)
        : base($"The time of saga '{sagaId}' was over before another attempt of step '{step}', which may have happened.")
    {
    }
}
