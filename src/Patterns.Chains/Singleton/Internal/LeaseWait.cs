using System.Runtime.ExceptionServices;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>Waits for a lease that somebody else has: looks now and then whether it was given back, and comes at a random moment after its end.</summary>
internal sealed class LeaseWait(LeaseItem item, LeaseOptions options)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private ExceptionDispatchInfo? _failure;

    public async Task<Lease> RunAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = options.Time.GetTimestamp();
        var attempt = await TryTakeAsync(patience > TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        while (attempt.Lease is null)
        {
            var left = patience - options.Time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                // Who could not look at last does not know that somebody else has it.
                _failure?.Throw();
                throw new LeaseHeldException(item.Name, item.RemainingOf(attempt.Item));
            }

            await Task.Delay(Shorter(UntilNextLook(attempt.Item), left), options.Time, cancellationToken).ConfigureAwait(false);
            attempt = await LookAsync(attempt, cancellationToken).ConfigureAwait(false);
        }

        return attempt.Lease;
    }

    /// <summary>Reading costs less than a write that is refused.</summary>
    private async ValueTask<LeaseAttempt> LookAsync(LeaseAttempt last, CancellationToken cancellationToken)
    {
        _failure = null;
        try
        {
            var found = await item.ReadAsync(cancellationToken).ConfigureAwait(false);
            return LeaseFields.IsFree(found, options.Time.GetUtcNow())
                ? await TryTakeAsync(mayFail: true, cancellationToken).ConfigureAwait(false)
                : new(null, found);
        }
        catch (TableException exception) when (exception.IsRetryable)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            return last;
        }
    }

    private async ValueTask<LeaseAttempt> TryTakeAsync(bool mayFail, CancellationToken cancellationToken)
    {
        try
        {
            return await item.TryTakeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TableException exception) when (mayFail && exception.IsRetryable)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            return default;
        }
    }

    /// <summary>Those who wait must not all come at the moment at which the lease ends.</summary>
    private TimeSpan UntilNextLook(TableItem? found)
    {
        var poll = options.PollInterval * (0.5 + (options.Jitter() / 2));
        var remaining = item.RemainingOf(found);
        var takeover = remaining + ((options.Duration - options.Term) * options.Jitter());
        var wait = remaining > TimeSpan.Zero ? Shorter(poll, takeover) : poll;
        return wait > ShortestWait ? wait : ShortestWait;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
