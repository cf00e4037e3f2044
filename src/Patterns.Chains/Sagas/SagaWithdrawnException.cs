namespace Patterns.Sagas;

/// <summary>
/// An atomic step whose attempts failed has not happened, and no attempt that is still on its way can make it happen any more. In a state
/// machine, its name is the error that is caught.
/// </summary>
public sealed class SagaWithdrawnException : NonRetryableException
{
    internal SagaWithdrawnException(string sagaId, string step)
        : base($"Step '{step}' of saga '{sagaId}' is withdrawn: it has not happened and will not.")
    {
    }
}
