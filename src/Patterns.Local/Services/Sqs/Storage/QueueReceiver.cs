using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Services.Sqs.Storage;

/// <summary>Receives from a queue, at once or with a long poll.</summary>
internal sealed class QueueReceiver(QueueState state, SqsQueue queue, SqsService service)
{
    private readonly TimeProvider _time = service.Aws.Time;
    private readonly ReceiveAttempts _attempts = new(service.Limits.DeduplicationWindow);

    public IReadOnlyList<ReceivedMessage> Receive(in ReceiveOptions options)
    {
        var pass = new ReceivePass(queue, service);
        lock (state.Gate)
        {
            var now = state.Settle();
            if (!queue.IsFifo && options.Wait <= TimeSpan.Zero && state.Store.InFlight >= service.Limits.MaximumInFlight)
            {
                throw SqsErrors.OverLimit(service.Limits.MaximumInFlight);
            }

            Take(options, pass, now);
        }

        pass.MoveDeadLetters();
        return pass.Received;
    }

    public ValueTask<IReadOnlyList<ReceivedMessage>> ReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken)
    {
        var received = Receive(options);
        return received.Count > 0 || options.Wait <= TimeSpan.Zero
            ? ValueTask.FromResult(received)
            : WaitAndReceiveAsync(options, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<ReceivedMessage>> WaitAndReceiveAsync(ReceiveOptions options, CancellationToken cancellationToken)
    {
        var deadline = _time.GetUtcNow().UtcTicks + options.Wait!.Value.Ticks;
        while (true)
        {
            var waiter = TakeOrWait(options, out var received);
            if (waiter is null)
            {
                return received;
            }

            var wait = Math.Max(0, deadline - _time.GetUtcNow().UtcTicks);
            if (!await IsWokenAsync(waiter, TimeSpan.FromTicks(wait), cancellationToken).ConfigureAwait(false))
            {
                return Receive(options);
            }
        }
    }

    private ReceiveWaiter? TakeOrWait(in ReceiveOptions options, out IReadOnlyList<ReceivedMessage> received)
    {
        var pass = new ReceivePass(queue, service);
        ReceiveWaiter? waiter = null;
        lock (state.Gate)
        {
            Take(options, pass, state.Settle());
            if (pass.Received.Count == 0)
            {
                waiter = state.Waiters.Add();
                state.Wake();
            }
        }

        pass.MoveDeadLetters();
        received = pass.Received;
        return waiter;
    }

    private async Task<bool> IsWokenAsync(ReceiveWaiter waiter, TimeSpan wait, CancellationToken cancellationToken)
    {
        var isWoken = false;
        try
        {
            isWoken = await waiter.WaitAsync(wait, _time, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isWoken)
            {
                Withdraw(waiter);
            }
        }

        return isWoken;
    }

    // A poll that was woken just as it went away must not keep the wake-up for itself.
    private void Withdraw(ReceiveWaiter waiter)
    {
        lock (state.Gate)
        {
            if (!state.Waiters.Remove(waiter))
            {
                state.Wake();
            }
        }
    }

    private void Take(in ReceiveOptions options, ReceivePass pass, long now)
    {
        if (options.AttemptId is { } id && _attempts.Find(id, now) is { } attempt)
        {
            Repeat(attempt, options, pass, now);
        }
        else
        {
            pass.Take(state.Store, state.Receipts, options, now);
            if (options.AttemptId is { } newId && pass.Received.Count > 0)
            {
                _attempts.Remember(newId, pass.Received, pass.Messages, now);
            }
        }

        state.Wake();
    }

    private void Repeat(ReceiveAttempts.Attempt attempt, in ReceiveOptions options, ReceivePass pass, long now)
    {
        var visibility = options.VisibilityTimeout ?? queue.Settings.VisibilityTimeout;
        foreach (var (message, _, _) in attempt.Messages)
        {
            state.Store.Hide(message, now + visibility.Ticks);
        }

        pass.Received.AddRange(attempt.Answer);
    }
}
