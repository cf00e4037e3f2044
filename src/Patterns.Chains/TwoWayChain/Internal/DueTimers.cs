using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.TwoWayChain.Internal;

/// <summary>
/// Reminders to look at something, in partitions of their own and in the order in which they are due. One that is due is asked what
/// it is for, and moved or dropped then: what it is for does not know where its timer stands.
/// </summary>
internal sealed class DueTimers(ITable table, string name, int shards, TimeProvider time)
{
    public int Shards => shards;

    public static string IdOf(TableKey timer) => timer.Sort[(Moment.Length + 1)..];

    /// <summary>Sets a timer, together with what it is for.</summary>
    public TableWrite Set(string id, DateTimeOffset due, DateTimeOffset expiresAt) =>
        new TablePut(new TableItem(KeyOf(id, due)) { ExpiresAt = expiresAt });

    /// <summary>Moves a timer; of several that try, one succeeds.</summary>
    public async ValueTask MoveAsync(TableKey timer, DateTimeOffset due, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var id = IdOf(timer);
        if (KeyOf(id, due) != timer)
        {
            TableWrite[] writes = [new TableDelete(timer) { Condition = TableCondition.ItemExists }, Set(id, due, expiresAt)];
            await table.TransactAsync(writes, Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DropAsync(TableKey timer, CancellationToken cancellationToken) =>
        await table.DeleteAsync(timer, cancellationToken).ConfigureAwait(false);

    /// <summary>The timers of a shard that are due, the longest due first.</summary>
    public async IAsyncEnumerable<TableKey> FindDueAsync(int shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new TableQuery(PartitionOf(shard)) { SortTo = Moment.ToText(time.GetUtcNow()) + '~' };
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Key;
        }
    }

    private TableKey KeyOf(string id, DateTimeOffset due) => new(PartitionOf(TableShard.Of(id, shards)), $"{Moment.ToText(due)}#{id}");

    private string PartitionOf(int shard) => $"{name}/timer/{shard}";
}
