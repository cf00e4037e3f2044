using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;

namespace Patterns.Singleton.Internal;

/// <summary>Writes what a lease's owner has to say, together with what was enlisted, as often as it takes.</summary>
internal static class LeasedCommit
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    /// <param name="item">The lease's item.</param>
    /// <param name="lease">The lease; its being held is added to the condition.</param>
    /// <param name="own">The owner's write of the lease's item.</param>
    /// <param name="isDone">Knows the item after the write, for an attempt whose reply was lost.</param>
    /// <param name="enlisted">What takes effect with it.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <returns>The item as it is now; null where it was written in a transaction.</returns>
    /// <exception cref="LeaseLostException">Somebody else has the lease, or had it.</exception>
    /// <exception cref="FencedWriteRefusedException">The condition of an enlisted write did not hold.</exception>
    public static async ValueTask<TableItem?> RunAsync(
        LeaseItem item,
        Lease lease,
        TableUpdate own,
        Func<TableItem, bool> isDone,
        IReadOnlyList<TableWrite> enlisted,
        CancellationToken cancellationToken)
    {
        own = own with { Condition = own.Condition is { } condition ? condition & lease.Held : lease.Held };
        var token = Guid.NewGuid().ToString("N");
        for (var bound = FirstDelay; ; bound = bound * 2 < LongestDelay ? bound * 2 : LongestDelay)
        {
            try
            {
                return enlisted.Count == 0
                    ? await WriteAsync(item, lease, own, isDone, cancellationToken).ConfigureAwait(false)
                    : await TransactAsync(item, lease, own, isDone, enlisted, token, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException exception) when (exception.IsRetryable && lease.IsHeld)
            {
                // A renewal may have been under way, or the table is throttled.
            }

            await WaitAsync(bound, item.Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<TableItem?> WriteAsync(
        LeaseItem item,
        Lease lease,
        TableUpdate own,
        Func<TableItem, bool> isDone,
        CancellationToken cancellationToken)
    {
        var result = await item.Table.WriteAsync(own, cancellationToken).ConfigureAwait(false);
        return result.Applied || (result.Item is { } found && IsDone(found, lease, isDone))
            ? result.Item
            : throw new LeaseLostException(lease.Name, lease.Token);
    }

    private static async ValueTask<TableItem?> TransactAsync(
        LeaseItem item,
        Lease lease,
        TableUpdate own,
        Func<TableItem, bool> isDone,
        IReadOnlyList<TableWrite> enlisted,
        string token,
        CancellationToken cancellationToken)
    {
        var result = await item.Table.TransactAsync([own, .. enlisted], token, cancellationToken).ConfigureAwait(false);
        foreach (var refusal in result.Refusals)
        {
            if (refusal.Index > 0)
            {
                throw new FencedWriteRefusedException(lease.Name, enlisted[refusal.Index - 1], refusal.Item);
            }

            if (refusal.Item is not { } found || !IsDone(found, lease, isDone))
            {
                throw new LeaseLostException(lease.Name, lease.Token);
            }

            return found;
        }

        return null;
    }

    /// <summary>The token stays with the item until another owner comes.</summary>
    private static bool IsDone(TableItem found, Lease lease, Func<TableItem, bool> isDone) =>
        LeaseFields.TokenOf(found) == lease.Token && isDone(found);

    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private static Task WaitAsync(TimeSpan bound, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(bound * Random.Shared.NextDouble(), time, cancellationToken);
}
