using System.Diagnostics.CodeAnalysis;
using Patterns.Local.Services.Sns.Subscriptions;

namespace Patterns.Local.Services.Sns.Deliveries;

/// <summary>Delivers the messages of one subscription in their order, apart from publishers and other subscriptions.</summary>
/// <remarks>A message that waits for its next attempt holds up only its own group, and no thread.</remarks>
internal sealed class SubscriptionQueue : IDisposable
{
    private const string Unsubscribed = "the subscription was deleted";

    private readonly Lock _lock = new();
    private readonly DeliveryLanes _lanes = new();
    private readonly Subscription _subscription;
    private readonly DeliveryContext _context;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _untilClosed;
    private bool _isWorking;
    private bool _isClosed;

    public SubscriptionQueue(Subscription subscription, DeliveryContext context)
    {
        _subscription = subscription;
        _context = context;
        _untilClosed = _closing.Token;
    }

    public void Enqueue(IOutgoing message)
    {
        var pending = new PendingDelivery(message);
        _subscription.Counts.AddAccepted();
        lock (_lock)
        {
            if (!_isClosed)
            {
                if (_lanes.Append(message.GroupId, pending))
                {
                    StartWorking();
                }

                return;
            }
        }

        Record(pending, DeliveryFate.Dropped, Unsubscribed);
    }

    /// <summary>Drops what is waiting. What is being delivered right now may still arrive.</summary>
    public void Dispose()
    {
        PendingDelivery[] dropped;
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            dropped = _lanes.Abandon();
        }

        foreach (var pending in dropped)
        {
            Record(pending, DeliveryFate.Dropped, Unsubscribed);
        }

        _closing.Cancel();
        _closing.Dispose();
    }

    private void StartWorking()
    {
        if (!_isWorking)
        {
            _isWorking = true;
            _context.Activity.Begin();
            _ = Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        while (TryTake(out var lane, out var pending))
        {
            var result = await TryAsync(pending).ConfigureAwait(false);
            Continue(lane, pending, result);
        }
    }

    private bool TryTake([NotNullWhen(true)] out DeliveryLane? lane, [NotNullWhen(true)] out PendingDelivery? pending)
    {
        lock (_lock)
        {
            if (_lanes.TryTake(out lane))
            {
                lane.IsInFlight = true;
                pending = lane.First;
                return true;
            }

            pending = null;
            _isWorking = false;
            _context.Activity.End();
            return false;
        }
    }

    private async ValueTask<DeliveryResult> TryAsync(PendingDelivery pending)
    {
        try
        {
            return await pending.TryAsync(_context.Targets, _untilClosed).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A target that throws must not stop the queue; the message is tried again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return DeliveryResult.Retryable(error.Message);
        }
    }

    private void Continue(DeliveryLane lane, PendingDelivery pending, DeliveryResult result)
    {
        var step = DeliveryStep.After(pending, result, _subscription.Settings.DeadLetterArn);

        // Recorded before the next message of the group goes out.
        if (step.Fate is { } fate)
        {
            Record(pending, fate, step.Error);
        }

        if (IsLost(lane, step))
        {
            Record(pending, DeliveryFate.Dropped, Unsubscribed);
        }
    }

    /// <summary>Moves the lane on; true when the message has to go on but the queue has closed meanwhile.</summary>
    private bool IsLost(DeliveryLane lane, DeliveryStep step)
    {
        lock (_lock)
        {
            lane.IsInFlight = false;
            if (!_isClosed)
            {
                Move(lane, step);
            }

            return _isClosed && !step.IsLast;
        }
    }

    private void Move(DeliveryLane lane, DeliveryStep step)
    {
        if (step.IsLast)
        {
            _lanes.RemoveFirst(lane);
        }
        else if (step.Delay is { } delay && delay > TimeSpan.Zero)
        {
            lane.Await(_context.Time.CreateTimer(Resume, lane, delay, Timeout.InfiniteTimeSpan));
        }
        else
        {
            _lanes.MakeReady(lane);
        }
    }

    private void Resume(object? state)
    {
        var lane = (DeliveryLane)state!;
        lock (_lock)
        {
            lane.Resume();
            if (!_isClosed)
            {
                _lanes.MakeReady(lane);
                StartWorking();
            }
        }
    }

    private void Record(PendingDelivery pending, DeliveryFate fate, string? error)
    {
        _subscription.Counts.Add(fate);
        _context.Log?.Record(new DeliveryRecord(fate, _subscription.Arn, pending.MessageId, pending.Attempts, error));
    }
}
