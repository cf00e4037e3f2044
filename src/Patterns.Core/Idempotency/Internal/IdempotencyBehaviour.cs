using Patterns.Records.Internal;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>Claims keys before a batch, runs each once, and completes them after the batch.</summary>
internal sealed class IdempotencyBehaviour<TMessage>(ITable table, IdempotencyOptions<TMessage> options) : IBatchBehaviour<TMessage>
{
    private readonly IdempotencyStore _store = new(table, options);

    public bool NeedsDigest => options is { ChecksPayload: true, PayloadOf: null };

    public static RecordStep<TMessage> Wrap(RecordStep<TMessage> next) => (message, context) =>
    {
        var record = context.Claim ?? throw new InvalidOperationException($"The batch of record {context.Id} was not prepared.");
        return record.Claim.Shared is { } shared
            ? ShareAsync(shared, record, next, message, context)
            : RunAsync(record, next, message, context);
    };

    public IBatchTurn Begin(BatchView<TMessage> batch) => new IdempotencyTurn<TMessage>(_store, options, batch);

    private static async ValueTask ShareAsync(SharedRun shared, RecordClaim record, RecordStep<TMessage> next, TMessage message, RecordContext context)
    {
        if (!await shared.RunAsync(record, () => RunAsync(record, next, message, context), context.CancellationToken).ConfigureAwait(false))
        {
            record.Claims.Replayed(record.Claim);
        }
    }

    private static async ValueTask RunAsync(RecordClaim record, RecordStep<TMessage> next, TMessage message, RecordContext context)
    {
        var (claims, claim) = (record.Claims, record.Claim);
        if (claim.Status == ClaimStatus.Busy)
        {
            await claims.WaitAsync(claim, context.CancellationToken).ConfigureAwait(false);
        }

        if (claim.Status == ClaimStatus.Done || claim.HasSucceeded)
        {
            claims.Replayed(claim);
            return;
        }

        claim.Runner = record.Index;
        var run = claim.Begin(claims.Now);
        try
        {
            await next(message, context).ConfigureAwait(false);
        }
        catch (Exception)
        {
            claim.End(run, hasSucceeded: false);
            throw;
        }

        claim.End(run, hasSucceeded: true);
    }
}
