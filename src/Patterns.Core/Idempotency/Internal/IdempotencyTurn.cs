using System.Security.Cryptography;
using Patterns.Records.Internal;
using Patterns.Sources.Internal;

namespace Patterns.Idempotency.Internal;

/// <summary>One batch: which record has which key, and what becomes of the records when their claims come to an end.</summary>
internal sealed class IdempotencyTurn<TMessage> : IBatchTurn, IClaimOutcome
{
    private readonly IdempotencyOptions<TMessage> _options;
    private readonly BatchView<TMessage> _batch;
    private readonly ClaimSet _claims;
    private readonly ClaimTelemetry _telemetry;

    public IdempotencyTurn(IdempotencyStore store, IdempotencyOptions<TMessage> options, BatchView<TMessage> batch)
    {
        _options = options;
        _batch = batch;
        _telemetry = new ClaimTelemetry(batch.Lambda.Logger, batch.Source.ToString());
        _claims = new ClaimSet(store, options.Scope ?? batch.Lambda.FunctionName, batch.Time, _telemetry);
    }

    public ValueTask BeforeAsync(CancellationToken cancellationToken)
    {
        var byKey = new Dictionary<string, Claim>(_batch.Records.Length, StringComparer.Ordinal);
        foreach (var record in _batch.Records)
        {
            if (record.Failure is null)
            {
                Join(record, byKey);
            }
        }

        return _claims.ClaimAsync(cancellationToken);
    }

    public ValueTask AfterAsync(CancellationToken cancellationToken) =>
        _claims.FinishAsync(this, SourceRules.IsOrdered(_batch.Source), cancellationToken);

    public void Dispose() => _claims.Dispose();

    public bool IsBlocked(Claim claim) => _batch.StateOf(claim.Runner) == RecordState.Blocked;

    public void Failed(Claim claim, Exception failure)
    {
        for (var record = claim.First; record is not null; record = record.Next)
        {
            _batch.Fail(record.Index, failure);
        }
    }

    private void Join(PreparedRecord<TMessage> record, Dictionary<string, Claim> byKey)
    {
        try
        {
            var key = _options.KeyOf(record.Message, record.Context);
            var digest = DigestOf(record);
            if (string.IsNullOrEmpty(key))
            {
                throw new NonRetryableException("The record has no idempotency key.");
            }

            record.Context.Claim = byKey.TryGetValue(key, out var claim) ? Follow(claim, digest, record) : Lead(byKey, key, digest, record);
        }
        catch (Exception failure)
        {
            record.Context.Claim = new RecordClaim(_claims, failure, record.Context.Index);
        }
    }

    private RecordClaim Lead(Dictionary<string, Claim> byKey, string key, byte[]? digest, PreparedRecord<TMessage> record)
    {
        var claim = _claims.Add(key, digest);
        byKey.Add(key, claim);
        claim.Runner = record.Context.Index;
        return claim.First = new RecordClaim(_claims, claim, record.Context.Index);
    }

    private RecordClaim Follow(Claim claim, byte[]? digest, PreparedRecord<TMessage> record)
    {
        if (digest is not null && !claim.Digest.AsSpan().SequenceEqual(digest))
        {
            _telemetry.Mismatched();
            throw new IdempotencyMismatchException(claim.Key);
        }

        claim.Shared ??= new SharedRun();
        var follower = new RecordClaim(_claims, claim, record.Context.Index) { Next = claim.First!.Next };
        claim.First.Next = follower;
        return follower;
    }

    private byte[]? DigestOf(PreparedRecord<TMessage> record) => (_options.ChecksPayload, _options.PayloadOf) switch
    {
        (false, _) => null,
        (true, null) => record.Digest,
        (true, { } payloadOf) => SHA256.HashData(payloadOf(record.Message, record.Context).Span),
    };
}
