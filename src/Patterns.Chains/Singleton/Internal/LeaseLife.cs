using System.Diagnostics.CodeAnalysis;

namespace Patterns.Singleton.Internal;

/// <summary>A lease in its owner's process: renews it until it is stopped, and knows when it is lost.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Stop disposes of the timers; a source without a timer of its own holds nothing.")]
internal sealed class LeaseLife
{
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _lock = new();
    private readonly Func<CancellationToken, ValueTask<LeaseRenewal>> _renew;
    private readonly Action _onLost;
    private readonly TimeSpan _period;
    private readonly ITimer _renewal;
    private readonly ITimer _expiry;
    private bool _isOver;
    private bool _isRenewing;

    /// <param name="time">The clock.</param>
    /// <param name="period">How often it is renewed.</param>
    /// <param name="validFor">How long it is valid without a renewal.</param>
    /// <param name="renew">Renews it; a failure is tried again after a period.</param>
    /// <param name="onLost">What is done when it is lost, before <see cref="Lost"/> is cancelled.</param>
    public LeaseLife(TimeProvider time, TimeSpan period, TimeSpan validFor, Func<CancellationToken, ValueTask<LeaseRenewal>> renew, Action onLost)
    {
        _renew = renew;
        _onLost = onLost;
        _period = period;
        Lost = _lost.Token;
        _renewal = time.CreateTimer(static life => ((LeaseLife)life!).RenewOnTime(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _expiry = time.CreateTimer(static life => ((LeaseLife)life!).Lose(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Only now, since they stop each other.
        _renewal.Change(UntilRenewal(validFor), period);
        _expiry.Change(Positive(validFor), Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Lost { get; }

    public bool IsHeld
    {
        get
        {
            lock (_lock)
            {
                return !_isOver;
            }
        }
    }

    /// <summary>Ends the renewing.</summary>
    /// <returns>Whether it ended now.</returns>
    public bool Stop()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            _isOver = true;
        }

        _renewal.Dispose();
        _expiry.Dispose();
        _stopped.Cancel();
        return true;
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    /// <summary>A table that takes long leaves less than a period, and an attempt must come before the end.</summary>
    private TimeSpan UntilRenewal(TimeSpan validFor) => Positive(validFor / 2 < _period ? validFor / 2 : _period);

    private void RenewOnTime()
    {
        lock (_lock)
        {
            if (_isOver || _isRenewing)
            {
                return;
            }

            _isRenewing = true;
        }

        _ = RenewAsync();
    }

    private async Task RenewAsync()
    {
        try
        {
            Extend(await _renew(_stopped.Token).ConfigureAwait(false));
        }
        catch (Exception)
        {
            // The next renewal tries again; without one in time, the lease ends. Nobody waits for this task.
        }
        finally
        {
            lock (_lock)
            {
                _isRenewing = false;
            }
        }
    }

    private void Extend(LeaseRenewal renewal)
    {
        if (!renewal.IsHeld)
        {
            Lose();
            return;
        }

        lock (_lock)
        {
            if (!_isOver && renewal.ValidFor is { } time)
            {
                _renewal.Change(UntilRenewal(time), _period);
                _expiry.Change(Positive(time), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Lose()
    {
        if (Stop())
        {
            _onLost();
            _lost.Cancel();
        }
    }
}
