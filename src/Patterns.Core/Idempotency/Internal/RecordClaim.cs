namespace Patterns.Idempotency.Internal;

/// <summary>A record's part in the claim of its key, or why it has none.</summary>
internal sealed class RecordClaim
{
    private readonly Claim? _claim;
    private readonly Exception? _failure;

    public RecordClaim(ClaimSet claims, Claim claim, int index)
    {
        Claims = claims;
        _claim = claim;
        Index = index;
    }

    public RecordClaim(ClaimSet claims, Exception failure, int index)
    {
        Claims = claims;
        _failure = failure;
        Index = index;
    }

    public ClaimSet Claims { get; }

    public int Index { get; }

    /// <summary>The next record of the batch with the same key.</summary>
    public RecordClaim? Next { get; set; }

    /// <summary>Which run of a <see cref="SharedRun"/> the record has taken part in.</summary>
    public int SeenRun { get; set; }

    /// <summary>The claim of the record's key; throws what keeps the record from having one.</summary>
    public Claim Claim
    {
        get
        {
            if (_failure is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
            }

            return _claim!;
        }
    }
}
