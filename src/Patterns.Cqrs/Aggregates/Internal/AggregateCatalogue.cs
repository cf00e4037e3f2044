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

    public IAsyncEnumerable<string> ListAsync(int shard, CancellationToken cancellationToken) => ReadAsync(layout.Catalogue(shard), cancellationToken);

    private async IAsyncEnumerable<string> ReadAsync(TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAsync(query, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Key.Sort;
        }
    }
}
