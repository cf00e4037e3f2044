using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Takes keys, as many as possible in one transaction, and finds out how the taken ones stand.</summary>
internal sealed class ClaimTaker(IdempotencyStore store, ClaimWrites writes, TableCommit commit, TimeProvider time, ClaimTelemetry telemetry)
{
    private IdempotencyOptions Options => store.Options;

    /// <summary>Takes the keys that can be taken; afterwards none is open. A failure of the table is kept in the claims.</summary>
    public async ValueTask TakeAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        foreach (var chunk in claims.Chunk(ServiceLimits.DynamoDbTransactionActions))
        {
            IReadOnlyList<Claim> open = chunk;
            while (open.Count > 0)
            {
                open = await TryTakeAsync(open, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Judges a claim by what the table says of its key; true when it is worth trying to take it.</summary>
    public async ValueTask<bool> JudgeAsync(Claim claim, TableItem? item, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        claim.TakesOver = null;
        if (item is null || item.IsExpired(now))
        {
            return true;
        }

        var stored = ClaimItem.Read(item);
        if (stored.Owner == writes.Owner.GetString())
        {
            // An earlier try whose reply was lost did take it.
            claim.Status = ClaimStatus.Held;
            return false;
        }

        return !IsSettled(claim, stored, now) && await DecideAsync(claim, stored, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The claims that are still open, since a refusal of one is a refusal of all.</summary>
    private async ValueTask<IReadOnlyList<Claim>> TryTakeAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        TableTransactionResult result;
        try
        {
            result = await commit.RunAsync(writes.Take(claims), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Fail(claims, failure);
            return [];
        }

        return result.Committed ? Hold(claims) : await SortOutAsync(claims, result.Refusals, cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<Claim> Hold(IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
        {
            claim.Status = ClaimStatus.Held;
        }

        return [];
    }

    private static void Fail(IReadOnlyList<Claim> claims, Exception failure)
    {
        var mayBeHeld = failure is not (ArgumentException or TableException { MayHaveTakenEffect: false });
        foreach (var claim in claims)
        {
            claim.Fail(failure, mayBeHeld);
        }
    }

    private async ValueTask<IReadOnlyList<Claim>> SortOutAsync(
        IReadOnlyList<Claim> claims,
        IReadOnlyList<TableRefusal> refusals,
        CancellationToken cancellationToken)
    {
        var open = new List<Claim>(claims.Count);
        var next = 0;
        for (var index = 0; index < claims.Count; index++)
        {
            var isRefused = next < refusals.Count && refusals[next].Index == index;
            if (!isRefused || await JudgeAsync(claims[index], refusals[next].Item, cancellationToken).ConfigureAwait(false))
            {
                open.Add(claims[index]);
            }

            next += isRefused ? 1 : 0;
        }

        return open;
    }

    /// <summary>Settles what needs no decision: another payload, a completed key, one with a lease.</summary>
    private bool IsSettled(Claim claim, StoredClaim stored, DateTimeOffset now)
    {
        if (stored.Differs(claim.Digest))
        {
            telemetry.Mismatched();
            claim.Fail(new IdempotencyMismatchException(claim.Key));
        }
        else if (stored.IsDone)
        {
            claim.Result = stored.Result;
            claim.Status = ClaimStatus.Done;
            store.Cache.Add(claim.ItemKey, new CompletedKey(stored.Digest, stored.Result, stored.ExpiresAt));
        }
        else if (stored.LeaseUntil > now)
        {
            StandBehind(claim, stored, now);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void StandBehind(Claim claim, StoredClaim stored, DateTimeOffset now)
    {
        claim.LeaseUntil = stored.LeaseUntil;
        switch (Options.InProgress)
        {
            case InProgressPolicy.Skip:
                telemetry.Skipped(claim.Key);
                claim.Status = ClaimStatus.Done;
                break;
            case InProgressPolicy.Fail:
                claim.Fail(new IdempotencyInProgressException(claim.Key, stored.LeaseUntil - now));
                break;
            default:
                claim.Status = ClaimStatus.Busy;
                break;
        }
    }

    /// <summary>Decides about an attempt whose outcome nobody knows; true when its place is to be taken.</summary>
    private async ValueTask<bool> DecideAsync(Claim claim, StoredClaim stored, CancellationToken cancellationToken)
    {
        var decision = OutcomeUnknownDecision.RunAgain;
        if (Options.OnOutcomeUnknown is { } hook)
        {
            try
            {
                decision = await hook(new OutcomeUnknownArguments(claim.Key, stored.StartedAt, stored.LeaseUntil, cancellationToken)).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                claim.Fail(failure);
                return false;
            }
        }

        telemetry.OutcomeUnknown(claim.Key, decision);
        switch (decision)
        {
            case OutcomeUnknownDecision.RunAgain:
                claim.TakesOver = stored;
                return true;
            case OutcomeUnknownDecision.TreatAsDone:
                claim.Status = ClaimStatus.Done;
                return false;
            default:
                claim.Fail(new IdempotencyOutcomeUnknownException(claim.Key));
                return false;
        }
    }
}
