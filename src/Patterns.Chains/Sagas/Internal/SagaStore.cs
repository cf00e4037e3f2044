using System.Diagnostics.CodeAnalysis;
using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.Sagas.Internal;

/// <summary>Sagas in a table: a head each, a timer while it is open, and a mark while it is stuck.</summary>
internal sealed class SagaStore(ITable table, string name, SagaOptions options)
{
    private const int MostTries = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    public DueTimers Timers { get; } = new(table, name, options.TimerShards, options.Time);

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public DateTimeOffset TimerExpiry => Now + options.Timeout + options.Retention;

    private string StuckPartition => $"{name}/stuck";

    public async ValueTask<SagaHead?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(KeyOf(id), cancellationToken).ConfigureAwait(false);
        return item is null || item.IsExpired(Now) ? null : SagaHead.From(id, item);
    }

    /// <summary>Writes the first head with its timer.</summary>
    /// <returns>The head that is there: the given one, or the one that was there before.</returns>
    public async ValueTask<SagaHead> StartAsync(SagaHead head, CancellationToken cancellationToken)
    {
        var due = head.Deadline < Now + options.OrphanAfter ? head.Deadline : Now + options.OrphanAfter;
        var first = head with { UpdatedAt = Now };
        var condition = TableCondition.ItemMissing | TableCondition.Expired(Now);
        var (written, _) = await WriteAsync(first, condition, [Timers.Set(head.Id, due, TimerExpiry)], cancellationToken).ConfigureAwait(false);
        return written ?? await FindAsync(head.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new TableException($"{table.Name}: saga '{head.Id}' expired while it was being started.", isRetryable: true);
    }

    /// <summary>Writes what a head has become, if nobody else has changed it since, together with <paramref name="others"/>.</summary>
    /// <returns>The head as it is written, or null; and, of <paramref name="others"/>, the first one whose condition did not hold.</returns>
    public ValueTask<(SagaHead? Head, TableWrite? Refused)> ChangeAsync(
        SagaHead before,
        SagaHead after,
        IReadOnlyList<TableWrite> others,
        CancellationToken cancellationToken)
    {
        var next = after with { Version = before.Version + 1, UpdatedAt = Now };
        return WriteAsync(next, TableCondition.Equal("version", before.Version), [.. others, .. MarkWrites(before, next)], cancellationToken);
    }

    public async ValueTask<IReadOnlyList<string>> FindStuckAsync(int most, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var item in table.QueryAsync(new TableQuery(StuckPartition) { Limit = most }, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(item.Key.Sort);
        }

        return ids;
    }

    private IEnumerable<TableWrite> MarkWrites(SagaHead before, SagaHead after)
    {
        if (after.Phase == SagaPhase.Stuck && before.Phase != SagaPhase.Stuck)
        {
            yield return new TablePut(new TableItem(new(StuckPartition, after.Id)) { ExpiresAt = Now + options.Retention });
        }

        if (before.Phase == SagaPhase.Stuck && after.Phase != SagaPhase.Stuck)
        {
            yield return new TableDelete(new(StuckPartition, after.Id));
            yield return Timers.Set(after.Id, Now + options.OrphanAfter, TimerExpiry);
        }
    }

    private TableKey KeyOf(string id) => new($"{name}/saga/{id}", "head");

    private async ValueTask<(SagaHead? Head, TableWrite? Refused)> WriteAsync(
        SagaHead head,
        TableCondition condition,
        IReadOnlyList<TableWrite> others,
        CancellationToken cancellationToken)
    {
        var written = head with { Writer = Guid.NewGuid().ToString() };
        var put = new TablePut(written.ToItem(KeyOf(head.Id), Later(head.Deadline, Now) + options.Retention)) { Condition = condition };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(put, written, others, cancellationToken).ConfigureAwait(false);
            }
            catch (TableException exception) when (exception.IsRetryable && attempt < MostTries)
            {
                await WaitAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<(SagaHead? Head, TableWrite? Refused)> TryWriteAsync(
        TablePut put,
        SagaHead written,
        IReadOnlyList<TableWrite> others,
        CancellationToken cancellationToken)
    {
        if (others.Count == 0)
        {
            // A write whose answer was lost finds itself.
            var result = await table.WriteAsync(put, cancellationToken).ConfigureAwait(false);
            return (result.Applied || result.Item?["writer"]?.GetString() == written.Writer ? written : null, null);
        }

        var outcome = await table.TransactAsync([put, .. others], written.Writer, cancellationToken).ConfigureAwait(false);
        var isTaken = outcome.Refusals.Any(refusal => refusal.Index == 0);
        return outcome.Committed ? (written, null) : (null, isTaken ? null : others[outcome.Refusals[0].Index - 1]);
    }

    /// <summary>Waits for a random part of a growing bound, so that writers that met do not meet again.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Jitter needs no secret randomness.")]
    private Task WaitAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(FirstDelay * (1 << attempt) * Random.Shared.NextDouble(), options.Time, cancellationToken);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
