using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>How claims are kept as items.</summary>
internal static class ClaimItem
{
    private const string Status = "status";
    private const string Started = "started";
    private const string Done = "done";
    private const string Owner = "owner";
    private const string StartedAt = "startedAt";
    private const string LeaseUntil = "leaseUntil";
    private const string Digest = "payload";
    private const string Result = "result";

    private static readonly TableValue StartedValue = Started;
    private static readonly TableValue DoneValue = Done;

    /// <summary>The item of an attempt that runs.</summary>
    public static TableItem Running(Claim claim, TableValue owner, DateTimeOffset leaseUntil, DateTimeOffset expiresAt)
    {
        var startedAt = TableValue.From(claim.StartedAt.ToUnixTimeMilliseconds());
        var until = TableValue.From(leaseUntil.ToUnixTimeMilliseconds());
        return claim.Digest is { } digest
            ? new TableItem(claim.ItemKey)
            {
                [Status] = StartedValue, [Owner] = owner, [StartedAt] = startedAt, [LeaseUntil] = until, [Digest] = TableValue.From(digest), ExpiresAt = expiresAt,
            }
            : new TableItem(claim.ItemKey) { [Status] = StartedValue, [Owner] = owner, [StartedAt] = startedAt, [LeaseUntil] = until, ExpiresAt = expiresAt };
    }

    /// <summary>The item of a key that is completed.</summary>
    public static TableItem Completed(Claim claim, TableValue owner, DateTimeOffset expiresAt)
    {
        var attributes = new List<KeyValuePair<string, TableValue>>(5)
        {
            new(Status, DoneValue),
            new(Owner, owner),
            new(StartedAt, TableValue.From(claim.StartedAt.ToUnixTimeMilliseconds())),
        };
        if (claim.Digest is { } digest)
        {
            attributes.Add(new(Digest, TableValue.From(digest)));
        }

        if (claim.Result is { } result)
        {
            attributes.Add(new(Result, TableValue.From(result.Span)));
        }

        return new TableItem(claim.ItemKey, attributes) { ExpiresAt = expiresAt };
    }

    /// <summary>The key is held by the owner.</summary>
    public static TableCondition IsHeldBy(TableValue owner) => TableCondition.Equal(Owner, owner) & TableCondition.Equal(Status, StartedValue);

    /// <summary>The key is as it was when its lease had run out: neither renewed nor taken by somebody else.</summary>
    public static TableCondition IsLeftBy(StoredClaim stored) =>
        IsHeldBy(stored.Owner) & TableCondition.LessOrEqual(LeaseUntil, stored.LeaseUntil.ToUnixTimeMilliseconds());

    /// <exception cref="InvalidOperationException">The item is none that this class has made.</exception>
    public static StoredClaim Read(TableItem item)
    {
        var isDone = Required(item, Status) == DoneValue;
        return new StoredClaim(
            Required(item, Owner).GetString(),
            isDone,
            Moment(item, StartedAt),
            isDone ? default : Moment(item, LeaseUntil),
            item[Digest]?.GetBytes().ToArray())
        {
            Result = item[Result]?.GetBytes(),
            ExpiresAt = item.ExpiresAt ?? DateTimeOffset.MaxValue,
        };
    }

    private static DateTimeOffset Moment(TableItem item, string attribute) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Required(item, attribute).GetInt64());

    private static TableValue Required(TableItem item, string attribute) =>
        item[attribute] ?? throw new InvalidOperationException($"The item {item.Key} is no idempotency key: it has no '{attribute}'.");
}
