namespace Patterns.Local.Services.Dispatching;

/// <summary>Brings events to targets, again and again within their policy, and to dead-letter queues after that.</summary>
/// <remarks>The first attempt runs inside of <see cref="Send"/> as far as the target answers at once; waiting for the next one takes no thread.</remarks>
/// <param name="targets">Reaches the targets.</param>
/// <param name="time">The clock of waits and ages.</param>
/// <param name="random">The chance in the waits.</param>
/// <param name="lost">Told of events that reached nobody.</param>
internal sealed class Dispatcher(IDeliveryTargets targets, TimeProvider time, Random random, Action<string> lost) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly RetryBackoff _backoff = new(random);

    public void Send(Dispatch dispatch)
    {
        var task = RunAsync(dispatch);
        if (task.IsCompleted)
        {
            return;
        }

        lock (_lock)
        {
            _running.Add(task);
        }

        _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Completes when everything sent has arrived or is given up, retries included.</summary>
    public async Task WhenIdleAsync()
    {
        while (Running() is { Length: > 0 } running)
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await WhenIdleAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private Task[] Running()
    {
        lock (_lock)
        {
            return [.. _running];
        }
    }

    private void Forget(Task task)
    {
        lock (_lock)
        {
            _running.Remove(task);
        }
    }

    private async Task RunAsync(Dispatch dispatch)
    {
        try
        {
            var failure = await DeliverAsync(dispatch).ConfigureAwait(false);
            dispatch.Ended(failure is null ? DispatchEnd.Delivered : await GiveUpAsync(dispatch, failure).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The runner is stopping, and its targets live no longer than it does.
        }
    }

    private async Task<DispatchFailure?> DeliverAsync(Dispatch dispatch)
    {
        var deadline = time.GetUtcNow() + dispatch.Policy.MaximumEventAge;
        for (var attempt = 1; ; attempt++)
        {
            var result = await TryAsync(dispatch, attempt).ConfigureAwait(false);
            if (result.Outcome == DeliveryOutcome.Delivered)
            {
                return null;
            }

            var wait = _backoff.DelayAfter(attempt);
            if (Exhausted(dispatch, result, attempt, time.GetUtcNow() + wait > deadline) is { } failure)
            {
                return failure;
            }

            await Task.Delay(wait, time, _stop.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask<DeliveryResult> TryAsync(Dispatch dispatch, int attempt)
    {
        try
        {
            return await targets.DeliverAsync(dispatch.TargetArn, dispatch.ForTarget(attempt), _stop.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A target that throws must not lose the event; it is tried again.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return DeliveryResult.Retryable(error.Message, error.GetType().Name);
        }
    }

    private static DispatchFailure? Exhausted(Dispatch dispatch, DeliveryResult result, int attempt, bool isTooOld)
    {
        if (result.Outcome == DeliveryOutcome.Permanent)
        {
            return DispatchFailure.Of(result, attempt, condition: null);
        }

        if (attempt > dispatch.Policy.MaximumRetryAttempts)
        {
            return DispatchFailure.Of(result, attempt, DispatchFailure.AttemptsExhausted);
        }

        return isTooOld ? DispatchFailure.Of(result, attempt, DispatchFailure.AgeExhausted) : null;
    }

    private async Task<DispatchEnd> GiveUpAsync(Dispatch dispatch, DispatchFailure failure)
    {
        if (dispatch.DeadLetterArn is not { } queue)
        {
            lost($"{dispatch.Sender} could not reach {dispatch.TargetArn}, and the event is lost: {failure.Message}");
            return DispatchEnd.Dropped;
        }

        var result = await targets.DeliverAsync(queue, dispatch.ForDeadLetterQueue(failure), _stop.Token).ConfigureAwait(false);
        if (result.Outcome == DeliveryOutcome.Delivered)
        {
            lost($"{dispatch.Sender} could not reach {dispatch.TargetArn}: {failure.Message} The event is in the dead-letter queue {queue}.");
            return DispatchEnd.DeadLettered;
        }

        lost($"{dispatch.Sender} could reach neither {dispatch.TargetArn} ({failure.Message}) nor the dead-letter queue {queue} ({result.Error}), and the event is lost.");
        return DispatchEnd.Dropped;
    }
}
