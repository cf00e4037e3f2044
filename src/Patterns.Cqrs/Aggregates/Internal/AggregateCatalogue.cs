using System.Runtime.CompilerServices;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Reads the ids of a type's aggregates.</summary>
internal sealed class AggregateCatalogue(ITable table, AggregateLayout layout)
{
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < AggregateLayout.Shards; shard++)
        {
            await foreach (var id in ListAsync(shard, cancellationToken).ConfigureAwait(false))
            {
                yield return id;
            }
        }
    }

    public IAsyncEnumerable<string> ListAsync(int shard, CancellationToken cancellationToken) => ListAsync(shard, after: null, cancellationToken);

    /// <summary>The ids of a shard behind one of them.</summary>
    public IAsyncEnumerable<string> ListAsync(int shard, string? after, CancellationToken cancellationToken) =>
        ReadAsync(layout.Catalogue(shard) with { SortFrom = after }, after, cancellationToken);

    private async IAsyncEnumerable<string> ReadAsync(TableQuery query, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (item.Key.Sort != after)
            {
                yield return item.Key.Sort;
            }
        }
    }
}
