using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>The writes by which one owner takes, renews, completes and gives back keys.</summary>
internal sealed class ClaimWrites(IdempotencyOptions options, TimeProvider time)
{
    private TableValue? _owner;
    private TableCondition? _isOurs;

    /// <summary>Tells this batch or call from all others.</summary>
    public TableValue Owner => _owner ??= Guid.NewGuid().ToString("N");

    private TableCondition IsOurs => _isOurs ??= ClaimItem.IsHeldBy(Owner);

    /// <summary>Takes keys that are free, or whose owner was seen to have lost the lease.</summary>
    public List<TableWrite> Take(IReadOnlyList<Claim> claims)
    {
        var now = time.GetUtcNow();
        var isFree = TableCondition.ItemMissing | TableCondition.Expired(now);
        var writes = new List<TableWrite>(claims.Count);
        foreach (var claim in claims)
        {
            claim.StartedAt = now;
            claim.LeaseUntil = LeaseFrom(now);
            writes.Add(new TablePut(ClaimItem.Running(claim, Owner, claim.LeaseUntil, now + options.Retention))
            {
                Condition = claim.TakesOver is { } left ? ClaimItem.IsLeftBy(left) : isFree,
            });
        }

        return writes;
    }

    /// <summary>Until when a lease lasts, to the millisecond, so that owner and table mean the same moment.</summary>
    public DateTimeOffset LeaseFrom(DateTimeOffset now) => DateTimeOffset.FromUnixTimeMilliseconds((now + options.Lease).ToUnixTimeMilliseconds());

    public TableWrite Renew(Claim claim, DateTimeOffset leaseUntil) =>
        new TablePut(ClaimItem.Running(claim, Owner, leaseUntil, leaseUntil + options.Retention)) { Condition = IsOurs };

    public TableWrite Complete(Claim claim, DateTimeOffset expiresAt) =>
        new TablePut(ClaimItem.Completed(claim, Owner, expiresAt)) { Condition = IsOurs };

    /// <summary>Gives a key back; one that may never have been ours may also be missing.</summary>
    public TableWrite Release(Claim claim) =>
        new TableDelete(claim.ItemKey) { Condition = claim.MayBeHeld ? TableCondition.ItemMissing | IsOurs : IsOurs };
}
