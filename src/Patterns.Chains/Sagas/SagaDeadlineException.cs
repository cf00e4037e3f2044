namespace Patterns.Sagas;

/// <summary>The saga's time was over before the step began. In a state machine, its name is the error that is caught.</summary>
public sealed class SagaDeadlineException : NonRetryableException
{
    internal SagaDeadlineException(string sagaId, string step)
        : base($"The time of saga '{sagaId}' was over before step '{step}' began.")
    {
    }
}
