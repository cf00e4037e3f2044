using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>Sends a commit until the table says what became of it. All attempts are one transaction.</summary>
internal sealed class CommitAttempts(ITable table, OutboxOptions options)
{
    /// <exception cref="TableException">The table did not say it.</exception>
    public async Task<TableTransactionResult> RunAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var transaction = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await table.TransactAsync(writes, transaction, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException busy) when (busy.IsRetryable && attempt < options.MaxAttempts)
            {
                await Task.Delay(DelayAfter(attempt), options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [SuppressMessage("Security", "CA5394", Justification = "The jitter of a wait is no secret.")]
    private TimeSpan DelayAfter(int attempt) => Random.Shared.NextDouble() * Math.Pow(2, attempt - 1) * options.FirstDelay;
}
