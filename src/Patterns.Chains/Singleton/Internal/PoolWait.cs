using System.Runtime.ExceptionServices;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>One request for a lease of a pool: an attempt without looking first, then looks at random moments until patience ends.</summary>
internal sealed class PoolWait(PoolLayout layout, LeasePoolOptions options)
{
    private const int FirstPausePart = 16;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);

    private readonly PoolView _view = new(layout, options);
    private readonly PoolDemand _demand = new(options);
    private ExceptionDispatchInfo? _failure;

    public async Task<PoolLease?> TryAsync(CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var lease = await TakeBlindlyAsync(cancellationToken).ConfigureAwait(false);
        PoolMeter.Count(options, lease, options.Time.GetElapsedTime(start));
        return lease;
    }

    public async Task<PoolLease> RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var lease = await WaitAsync(start, patience, cancellationToken).ConfigureAwait(false);
        PoolMeter.Count(options, lease, options.Time.GetElapsedTime(start));
        return lease ?? throw new LeasePoolExhaustedException(options, _view.UntilNextEnd());
    }

    private async Task<PoolLease?> WaitAsync(long start, TimeSpan patience, CancellationToken cancellationToken)
    {
        var lease = await TryAsync(TakeBlindlyAsync, mayFail: patience > TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        for (var pause = options.PollInterval / FirstPausePart; lease is null; pause = Shorter(pause * 2, options.PollInterval))
        {
            var left = patience - options.Time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                // Who could not look at last does not know that all are taken.
                _failure?.Throw();
                return null;
            }

            await Task.Delay(Longer(Shorter(pause * (0.5 + (options.Jitter() / 2)), left), ShortestPause), options.Time, cancellationToken).ConfigureAwait(false);
            lease = await TryAsync(LookAsync, mayFail: true, cancellationToken).ConfigureAwait(false);
        }

        return lease;
    }

    /// <summary>Where there is room, this is a single write.</summary>
    private async ValueTask<PoolLease?> TakeBlindlyAsync(CancellationToken cancellationToken)
    {
        var slot = _view.PickFree()!;
        var attempt = await slot.TryTakeAsync(cancellationToken).ConfigureAwait(false);
        if (attempt.Lease is not null)
        {
            return attempt.Lease;
        }

        _view.See(slot, attempt.Item);
        await _view.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return await TakeFreeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reading costs less than a write that is refused.</summary>
    private async ValueTask<PoolLease?> LookAsync(CancellationToken cancellationToken)
    {
        await _view.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (await TakeFreeAsync(cancellationToken).ConfigureAwait(false) is { } lease)
        {
            return lease;
        }

        await _demand.AskAsync(_view, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Whoever loses a slot to somebody else sees what is left.</summary>
    private async ValueTask<PoolLease?> TakeFreeAsync(CancellationToken cancellationToken)
    {
        while (_view.PickFree() is { } slot)
        {
            var attempt = await slot.TryTakeAsync(cancellationToken).ConfigureAwait(false);
            if (attempt.Lease is not null)
            {
                return attempt.Lease;
            }

            _view.See(slot, attempt.Item);
        }

        return null;
    }

    private async ValueTask<PoolLease?> TryAsync(Func<CancellationToken, ValueTask<PoolLease?>> attempt, bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            var lease = await attempt(cancellationToken).ConfigureAwait(false);
            _failure = null;
            return lease;
        }
        catch (TableException exception) when (mayFail && exception.IsRetryable)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            return null;
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
