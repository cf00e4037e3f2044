using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>
/// Writes what became of claims: one transaction in the normal case. When one claim keeps it from taking effect, that claim
/// alone fails, and the rest is written without it.
/// </summary>
internal sealed class Completion(IdempotencyStore store, ClaimWrites writes, TableCommit commit, TimeProvider time, ClaimTelemetry telemetry, IClaimOutcome outcome)
{
    /// <summary>Writes the units in their order; failures go to the outcome, and nothing is thrown.</summary>
    public async ValueTask RunAsync(IEnumerable<Claim> claims, bool keepsOrder, CancellationToken cancellationToken)
    {
        var units = claims.Select(Close).OfType<FinalUnit>().OrderBy(unit => keepsOrder ? unit.Claim.Runner : 0).ToList();
        while (units.Count > 0)
        {
            await WriteAsync(TransactionPacker.Take(units, store.Table, keepsOrder), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is to be written about a claim; null for nothing.</summary>
    private FinalUnit? Close(Claim claim)
    {
        var hasSucceeded = claim.Close();
        switch (claim.Status)
        {
            case ClaimStatus.Held when hasSucceeded:
                return new FinalUnit(claim, Completes: true, [writes.Complete(claim, ExpiresAt()), .. claim.Enlisted]);
            case ClaimStatus.Held when !claim.WasGivenUp:
            case ClaimStatus.Failed when claim.MayBeHeld:
                return Release(claim);
            case ClaimStatus.Lost when hasSucceeded:
                outcome.Failed(claim, new IdempotencyLeaseLostException(claim.Key));
                return null;
            default:
                return null;
        }
    }

    private async ValueTask WriteAsync(List<FinalUnit> units, CancellationToken cancellationToken)
    {
        while (units.Count > 0)
        {
            GiveUpBlocked(units);
            TableTransactionResult result;
            try
            {
                result = await commit.RunAsync([.. units.SelectMany(unit => unit.Writes)], cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (IsHopeless(failure) && units.Count > 1)
            {
                await WriteOneByOneAsync(units, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception failure)
            {
                units = Fail(units, failure);
                continue;
            }

            units = result.Committed ? Settle(units) : SortOut(units, result.Refusals);
        }
    }

    /// <summary>The table can never write them together; perhaps it can without one of them.</summary>
    private async ValueTask WriteOneByOneAsync(List<FinalUnit> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            await WriteAsync([unit], cancellationToken).ConfigureAwait(false);
        }
    }

    private List<FinalUnit> Settle(List<FinalUnit> units)
    {
        foreach (var unit in units)
        {
            if (unit.Completes)
            {
                Remember(unit.Claim);
            }
        }

        return [];
    }

    /// <summary>A claim whose completion certainly did nothing, or never can be written, is given back.</summary>
    private List<FinalUnit> Fail(List<FinalUnit> units, Exception failure)
    {
        var next = new List<FinalUnit>();
        foreach (var unit in units.Where(unit => unit.Completes))
        {
            outcome.Failed(unit.Claim, failure);
            if (IsHopeless(failure) || DidNothing(failure))
            {
                next.Add(Release(unit.Claim));
            }
        }

        if (units.Count(unit => !unit.Completes) is > 0 and var released)
        {
            telemetry.NotReleased(released, failure);
        }

        return next;
    }

    /// <summary>What is left to write: the units that nothing was held against, and the release of claims that failed.</summary>
    private List<FinalUnit> SortOut(List<FinalUnit> units, IReadOnlyList<TableRefusal> refusals)
    {
        var next = new List<FinalUnit>(units.Count);
        var first = 0;
        foreach (var unit in units)
        {
            var end = first + unit.Writes.Count;
            var refusal = refusals.FirstOrDefault(refusal => refusal.Index >= first && refusal.Index < end);
            if (refusal is null)
            {
                next.Add(unit);
            }
            else if (unit.Completes && Refuse(unit, refusal.Index - first, refusal.Item))
            {
                next.Add(Release(unit.Claim));
            }

            first = end;
        }

        return next;
    }

    /// <summary>Judges a completion that was refused; true when the claim is still to be given back.</summary>
    private bool Refuse(FinalUnit unit, int index, TableItem? item)
    {
        if (index > 0)
        {
            outcome.Failed(unit.Claim, new EnlistedWriteRefusedException(unit.Claim.Key, unit.Writes[index], item));
            return true;
        }

        if (item is not null && ClaimItem.Read(item) is { IsDone: true } stored && stored.Owner == writes.Owner.GetString())
        {
            // An earlier try whose reply was lost did take effect.
            Remember(unit.Claim);
            return false;
        }

        telemetry.LeaseLost(unit.Claim.Key);
        outcome.Failed(unit.Claim, new IdempotencyLeaseLostException(unit.Claim.Key));
        return false;
    }

    /// <summary>Gives back what must not overtake an earlier record of its lane that failed to complete.</summary>
    private void GiveUpBlocked(List<FinalUnit> units)
    {
        for (var index = 0; index < units.Count; index++)
        {
            var claim = units[index].Claim;
            if (units[index].Completes && outcome.IsBlocked(claim))
            {
                outcome.Failed(claim, new InvalidOperationException($"Idempotency key '{claim.Key}' waits behind an earlier record that was not completed."));
                units[index] = Release(claim);
            }
        }
    }

    private static bool IsHopeless(Exception failure) => failure is not (OperationCanceledException or TableException { IsRetryable: true });

    private static bool DidNothing(Exception failure) => failure is TableException { MayHaveTakenEffect: false };

    private FinalUnit Release(Claim claim) => new(claim, Completes: false, [writes.Release(claim)]);

    private void Remember(Claim claim)
    {
        claim.Status = ClaimStatus.Done;
        store.Cache.Add(claim.ItemKey, new CompletedKey(claim.Digest, claim.Result, ExpiresAt()));
    }

    private DateTimeOffset ExpiresAt() => time.GetUtcNow() + store.Options.Retention;
}
