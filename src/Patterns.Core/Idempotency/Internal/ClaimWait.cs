using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Waits for a key that somebody else holds, looking again after longer and longer times.</summary>
internal sealed class ClaimWait(ITable table, ClaimTaker taker, TimeProvider time)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromMilliseconds(1);

    /// <summary>Ends when the claim is held, done or failed.</summary>
    /// <exception cref="IdempotencyInProgressException">The token was cancelled first.</exception>
    public async ValueTask RunAsync(Claim claim, CancellationToken cancellationToken)
    {
        var delay = FirstDelay;
        while (claim.Status == ClaimStatus.Busy)
        {
            try
            {
                await Task.Delay(Shorter(delay, claim.LeaseUntil - time.GetUtcNow()), time, cancellationToken).ConfigureAwait(false);
                await LookAsync(claim, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                var left = claim.LeaseUntil - time.GetUtcNow();
                throw new IdempotencyInProgressException(claim.Key, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }

            delay = Shorter(delay * 2, LongestDelay);
        }
    }

    private async ValueTask LookAsync(Claim claim, CancellationToken cancellationToken)
    {
        try
        {
            var item = await table.GetAsync(claim.ItemKey, cancellationToken).ConfigureAwait(false);
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

    private static TimeSpan Shorter(TimeSpan delay, TimeSpan limit) =>
        limit < ShortestDelay ? ShortestDelay : limit < delay ? limit : delay;
}
