using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Waits for a key that somebody else holds, looking again after longer and longer times.</summary>
internal sealed class ClaimWait(IdempotencyStore store, ClaimTaker taker, TimeProvider time, Func<Claim, bool> mayBeMutual)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromMilliseconds(1);

    /// <summary>Ends when the claim is held, done or failed.</summary>
    /// <exception cref="IdempotencyInProgressException">The token was cancelled first, or a wait that may be mutual took a lease's time.</exception>
    public async ValueTask RunAsync(Claim claim, CancellationToken cancellationToken)
    {
        var delay = FirstDelay;
        var patienceEnds = time.GetUtcNow() + store.Options.Lease;
        while (claim.Status == ClaimStatus.Busy)
        {
            try
            {
                await Task.Delay(Shorter(delay, claim.LeaseUntil - time.GetUtcNow()), time, cancellationToken).ConfigureAwait(false);
                await LookAsync(claim, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw InProgress(claim);
            }

            if (claim.Status == ClaimStatus.Busy && time.GetUtcNow() >= patienceEnds && mayBeMutual(claim))
            {
                throw InProgress(claim);
            }

            delay = Shorter(delay * 2, LongestDelay);
        }
    }

    private async ValueTask LookAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            var item = await store.Table.GetAsync(claim.ItemKey, cancellationToken).ConfigureAwait(false);
            if (await taker.JudgeAsync(claim, item, cancellationToken).ConfigureAwait(false))
            {
                await taker.TakeAsync([claim], cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TableException failure) when (!failure.IsRetryable)
        {
            claim.Fail(failure);
        }
        catch (TableException)
        {
            // Looked at again after the next delay.
        }
    }

    private IdempotencyInProgressException InProgress(Claim claim)
    {
        var left = claim.LeaseUntil - time.GetUtcNow();
        return new IdempotencyInProgressException(claim.Key, left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private static TimeSpan Shorter(TimeSpan delay, TimeSpan limit) =>
        limit < ShortestDelay ? ShortestDelay : limit < delay ? limit : delay;
}
