using System.Runtime.CompilerServices;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.FanOut.Internal;

/// <summary>The coordinator's transactions: open ones, in a few partitions that a recovery reads, and settled ones.</summary>
internal sealed class StagingJournal(ITable table, StagedFanOutOptions options)
{
    private const int Buckets = 16;

    /// <exception cref="ArgumentException">The decision would not fit a transaction.</exception>
    public static void CheckWrites(IReadOnlyList<TableWrite> writes)
    {
        const int Most = ServiceLimits.DynamoDbTransactionActions - 1;
        if (writes.Count > Most)
        {
            throw new ArgumentException($"The decision has {writes.Count} writes; {Most} fit beside it in a transaction.", nameof(writes));
        }
    }

    /// <summary>Opens the transaction; if it is known, the transaction as it is.</summary>
    public async Task<StagingEntry> BeginAsync(string transaction, IReadOnlyCollection<string> receivers, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = options.Time.GetUtcNow();
            var entry = new StagingEntry(transaction, StagingState.Staging, now + options.Timeout, receivers);
            TableWrite[] writes =
            [
                new TablePut(StagingItems.Write(entry, OpenKey(transaction))) { Condition = TableCondition.ItemMissing },
                new TableCheck(SettledKey(transaction), TableCondition.ItemMissing | TableCondition.Expired(now)),
            ];
            var result = await TransactAsync(writes, cancellationToken).ConfigureAwait(false);
            if (result.Committed)
            {
                return entry;
            }

            if (await FindAsync(transaction, cancellationToken).ConfigureAwait(false) is { } known)
            {
                return known;
            }
        }
    }

    /// <summary>
    /// Decides, if nobody has, together with the writes; the transaction as it is then. It is undecided still when a condition of
    /// the writes did not hold.
    /// </summary>
    public async Task<StagingEntry> DecideAsync(StagingEntry entry, StagingState decision, IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken)
    {
        var decide = new TableUpdate(OpenKey(entry.Transaction)) { Condition = StagingItems.IsUndecided }.Set(StagingItems.State, StagingItems.Text(decision));
        var result = await TransactAsync([decide, .. writes], cancellationToken).ConfigureAwait(false);
        return result.Committed
            ? entry with { State = decision }
            : await FindAsync(entry.Transaction, cancellationToken).ConfigureAwait(false)
                ?? throw new TableException($"{table.Name} has lost the staged transaction {entry.Transaction}.", isRetryable: false);
    }

    /// <summary>Moves the transaction out of the recovery's way; its outcome is kept for a while.</summary>
    public async Task SettleAsync(StagingEntry entry, CancellationToken cancellationToken)
    {
        var outcome = entry with { State = entry.IsCommitted ? StagingState.Committing : StagingState.Aborting };
        var settled = new TableItem(SettledKey(entry.Transaction), StagingItems.Write(outcome, SettledKey(entry.Transaction)).Attributes)
        {
            ExpiresAt = options.Time.GetUtcNow() + options.KeepFor,
        };
        await TransactAsync(
            [new TableDelete(OpenKey(entry.Transaction)) { Condition = TableCondition.ItemExists }, new TablePut(settled)],
            cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<StagingEntry> OpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            await foreach (var item in table.QueryAsync(new TableQuery(OpenPartition(bucket)), cancellationToken).ConfigureAwait(false))
            {
                yield return StagingItems.Read(item);
            }
        }
    }

    private async Task<StagingEntry?> FindAsync(string transaction, CancellationToken cancellationToken)
    {
        // An open transaction becomes a settled one, never the other way: looked for in this order, it is found.
        var open = await table.GetAsync(OpenKey(transaction), cancellationToken).ConfigureAwait(false);
        if (open is not null)
        {
            return StagingItems.Read(open);
        }

        var settled = await table.GetAsync(SettledKey(transaction), cancellationToken).ConfigureAwait(false);
        return settled is null ? null : StagingItems.Read(settled) with { IsSettled = true };
    }

    private ValueTask<TableTransactionResult> TransactAsync(IReadOnlyList<TableWrite> writes, CancellationToken cancellationToken) =>
        table.TransactAsync(writes, Guid.NewGuid().ToString(), cancellationToken);

    private string OpenPartition(int bucket) => $"{options.Partition}#open#{bucket:D2}";

    private TableKey OpenKey(string transaction) => new(OpenPartition(TableShard.Of(transaction, Buckets)), transaction);

    private TableKey SettledKey(string transaction) => new($"{options.Partition}#settled#{transaction}", "outcome");
}
