using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Sends a transaction until the table says what became of it. All attempts are one transaction.</summary>
internal sealed class TransactionAttempts(ITable table, int maxAttempts, TimeSpan firstDelay, TimeProvider time)
{
    /// <exception cref="TableException">The table did not say it.</exception>
    public async Task<TableTransactionResult> RunAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var token = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await table.TransactAsync(writes, token, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException busy) when (busy.IsRetryable && attempt < maxAttempts)
            {
                await Task.Delay(DelayAfter(attempt), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [SuppressMessage("Security", "CA5394", Justification = "The jitter of a wait is no secret.")]
    private TimeSpan DelayAfter(int attempt) => Random.Shared.NextDouble() * Math.Pow(2, attempt - 1) * firstDelay;
}
