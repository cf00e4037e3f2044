namespace Patterns.Idempotency.Internal;

/// <summary>The claims of one batch or call: taken together, kept alive together, and completed or given back together.</summary>
internal sealed class ClaimSet : IDisposable
{
    private readonly IdempotencyStore _store;
    private readonly string _prefix;
    private readonly TimeProvider _time;
    private readonly ClaimTelemetry _telemetry;
    private readonly ClaimWrites _writes;
    private readonly TableCommit _commit;
    private readonly ClaimTaker _taker;
    private readonly List<Claim> _claims = [];
    private LeaseKeeper? _keeper;

    public ClaimSet(IdempotencyStore store, string scope, TimeProvider time, ClaimTelemetry telemetry)
    {
        _store = store;
        _prefix = KeyLayout.PrefixOf(scope);
        _time = time;
        _telemetry = telemetry;
        _writes = new ClaimWrites(store.Options, time);
        _commit = new TableCommit(store.Table, time);
        _taker = new ClaimTaker(store, _writes, _commit, time, telemetry);
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Adds a key; it is done at once when this process knows that it is.</summary>
    public Claim Add(string key, byte[]? digest)
    {
        var claim = new Claim(key, KeyLayout.Of(_prefix, key), digest);
        _claims.Add(claim);
        if (_store.Cache.TryGet(claim.ItemKey, _time.GetUtcNow(), out var known))
        {
            Recall(claim, known);
        }

        return claim;
    }

    /// <summary>Takes what can be taken and keeps it alive; afterwards no claim is open.</summary>
    public async ValueTask ClaimAsync(CancellationToken cancellationToken)
    {
        await _taker.TakeAsync([.. _claims.Where(claim => claim.Status == ClaimStatus.Open)], cancellationToken).ConfigureAwait(false);
        _telemetry.Claimed(_claims.Count(claim => claim.Status == ClaimStatus.Held));
        if (!cancellationToken.IsCancellationRequested && _claims.Exists(claim => claim.Status is ClaimStatus.Held or ClaimStatus.Busy))
        {
            _keeper = new LeaseKeeper(_claims, _writes, _commit, _time, _telemetry);
            _keeper.Start(_store.Options.Lease);
        }
    }

    /// <summary>Waits until a busy claim is held, done or failed.</summary>
    /// <exception cref="IdempotencyInProgressException">The token was cancelled first, or the wait took too long for one that may be mutual.</exception>
    public async ValueTask WaitAsync(Claim claim, CancellationToken cancellationToken)
    {
        _telemetry.Waited();
        await new ClaimWait(_store, _taker, _time, MayBeAwaited).RunAsync(claim, cancellationToken).ConfigureAwait(false);
        _telemetry.Claimed(claim.Status == ClaimStatus.Held ? 1 : 0);
    }

    /// <summary>Completes what succeeded and gives back what did not; failures go to the outcome.</summary>
    public async ValueTask FinishAsync(IClaimOutcome outcome, bool keepsOrder, CancellationToken cancellationToken)
    {
        if (_keeper is not null)
        {
            await _keeper.StopAsync().ConfigureAwait(false);
        }

        var completion = new Completion(_store, _writes, _commit, _time, _telemetry, outcome);
        await completion.RunAsync(_claims, keepsOrder, cancellationToken).ConfigureAwait(false);
    }

    public void Replayed(Claim claim) => _telemetry.Replayed(claim.Key);

    public void Dispose() => _keeper?.Dispose();

    /// <summary>
    /// Whether the owner of a key may be waiting for us. In a circle of batches that wait for each other, at least one waits for a
    /// key that sorts before one that it holds.
    /// </summary>
    private bool MayBeAwaited(Claim awaited) =>
        _claims.Exists(claim => claim.Status == ClaimStatus.Held && string.CompareOrdinal(claim.Key, awaited.Key) > 0);

    private void Recall(Claim claim, CompletedKey known)
    {
        if (new StoredClaim("", IsDone: true, default, default, known.Digest).Differs(claim.Digest))
        {
            _telemetry.Mismatched();
            claim.Fail(new IdempotencyMismatchException(claim.Key));
            return;
        }

        claim.Result = known.Result;
        claim.Status = ClaimStatus.Done;
    }
}
