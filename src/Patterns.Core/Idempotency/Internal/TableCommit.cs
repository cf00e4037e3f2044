using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.Idempotency.Internal;

/// <summary>
/// Writes all or nothing, and once more when the table was not able to. Repeating is safe since every write is conditional on
/// whose the key is: one that took effect unseen is recognised by its owner.
/// </summary>
internal sealed class TableCommit(ITable table, TimeProvider time)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <exception cref="TableException">The write was not possible; whether it took effect at any of the tries is unknown if it says so.</exception>
    public async ValueTask<TableTransactionResult> RunAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var mayHaveTakenEffect = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteAsync(writes, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException failure) when (failure.IsRetryable && attempt < MostAttempts)
            {
                mayHaveTakenEffect |= failure.MayHaveTakenEffect;
                await Task.Delay(DelayAfter(attempt), time, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException failure) when (mayHaveTakenEffect && !failure.MayHaveTakenEffect)
            {
                throw new TableException(failure.Message, failure.IsRetryable, failure) { MayHaveTakenEffect = true };
            }
        }
    }

    /// <summary>A single write needs no transaction, which would cost twice as much.</summary>
    private async ValueTask<TableTransactionResult> WriteAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count > 1)
        {
            return await table.TransactAsync(writes, token: null, cancellationToken).ConfigureAwait(false);
        }

        var result = await table.WriteAsync(writes[0], cancellationToken).ConfigureAwait(false);
        return result.Applied ? TableTransactionResult.Success : new TableTransactionResult([new TableRefusal(0, result.Item)]);
    }

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private static TimeSpan DelayAfter(int attempt) => FirstDelay * attempt * (1 + Random.Shared.NextDouble());
}
