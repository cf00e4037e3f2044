namespace Patterns.Sagas;

/// <summary>
/// Thrown by a step that will not happen and has not happened, in this attempt or an earlier one: no seat is left, the card is
/// declined. The saga turns round at once, and this step is not undone.
/// </summary>
public sealed class SagaRefusalException : NonRetryableException
{
    /// <summary>Makes the exception; <paramref name="message"/> becomes part of the answer.</summary>
    public SagaRefusalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
