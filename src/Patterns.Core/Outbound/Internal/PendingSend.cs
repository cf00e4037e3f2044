namespace Patterns.Outbound.Internal;

/// <summary>One caller's message and its waiting.</summary>
internal sealed class PendingSend(Envelope envelope, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<SendFailure?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Envelope Envelope => envelope;

    public CancellationToken CancellationToken => cancellationToken;

    public Task<SendFailure?> Outcome => _outcome.Task;

    public void End(SendFailure? failure) => _outcome.TrySetResult(failure);

    public void Fail(Exception exception) => _outcome.TrySetException(exception);
}
