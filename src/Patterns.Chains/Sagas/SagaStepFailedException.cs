namespace Patterns.Sagas;

/// <summary>No retry can help a step, but it may have happened. In a state machine, its name is the error that is caught.</summary>
public sealed class SagaStepFailedException : NonRetryableException
{
    internal SagaStepFailedException(Exception failure)
        : base(failure.Message, failure)
    {
    }
}
