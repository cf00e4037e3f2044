namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>One long poll that waits for a message.</summary>
internal sealed class ReceiveWaiter
{
    private readonly TaskCompletionSource<bool> _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Wake() => _woken.TrySetResult(true);

    /// <returns>False when the time is over.</returns>
    /// <exception cref="OperationCanceledException">The consumer went away.</exception>
    public async Task<bool> WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        var timer = time.CreateTimer(static state => ((ReceiveWaiter)state!)._woken.TrySetResult(false), this, wait, Timeout.InfiniteTimeSpan);
        await using var _ = timer.ConfigureAwait(false);
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((ReceiveWaiter)state!)._woken.TrySetCanceled(token), this);
        return await _woken.Task.ConfigureAwait(false);
    }
}
