using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>A view in a table: what <see cref="Projection{TEvent, TView}"/> makes, and queries read.</summary>
/// <remarks>
/// <para>
/// Reads see the live version of the view, and every row as it was after some change. Rows that are read one after the other may be of
/// different moments.
/// </para>
/// <para>Make one object and keep it; it serves any number of calls at the same time.</para>
/// </remarks>
/// <typeparam name="TView">What a row has.</typeparam>
public sealed class ViewStore<TView> : ViewStore
    where TView : class
{
    private const int RowsAtATime = 100;

    private readonly JsonTypeInfo<TView> _json;

    /// <summary>Makes a view.</summary>
    /// <param name="table">The table; other views may be in it, too, and so may aggregates.</param>
    /// <param name="name">Names the view. At most 200 characters, and no <c>#</c>.</param>
    /// <param name="json">How rows are written and read, from a source-generated context.</param>
    /// <param name="time">The clock for waiting. Default: the system's.</param>
    public ViewStore(ITable table, string name, JsonTypeInfo<TView> json, TimeProvider? time = null)
        : base(table, name, time)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = json;
    }

    /// <summary>A row; null when there is none, also for a key that is empty or longer than a row can have.</summary>
    /// <exception cref="JsonException">The row is of another form, of another version of the view for example.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<ViewRow<TView>?> FindAsync(ViewKey key, CancellationToken cancellationToken)
    {
        if (!ViewLayout.IsPossible(key))
        {
            return null;
        }

        var live = await GetLiveVersionAsync(cancellationToken).ConfigureAwait(false);
        return await Table.GetAsync(Layout.Row(live, key), cancellationToken).ConfigureAwait(false) is { } item ? Read(item) : null;
    }

    /// <summary>Rows of a partition, in the order of their sort texts; none for a partition that is empty or longer than a row can have.</summary>
    /// <param name="query">Which rows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JsonException">A row is of another form, of another version of the view for example.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async IAsyncEnumerable<ViewRow<TView>> QueryAsync(ViewQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!ViewLayout.IsPossible(new ViewKey(query.Partition, query.SortPrefix ?? "")) || !ViewLayout.IsPossible(new ViewKey(query.Partition, query.After ?? "")))
        {
            yield break;
        }

        var live = await GetLiveVersionAsync(cancellationToken).ConfigureAwait(false);
        var left = query.Limit;
        await foreach (var item in Table.QueryAsync(Layout.Rows(live, query), cancellationToken).ConfigureAwait(false))
        {
            if (left != 0 && ViewEntry.KeyOf(item).Sort != query.After)
            {
                left--;
                yield return Read(item);
            }
        }
    }

    /// <summary>All rows of the live version, in no particular order: for checks and exports.</summary>
    /// <exception cref="JsonException">A row is of another form, of another version of the view for example.</exception>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async IAsyncEnumerable<ViewRow<TView>> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var live = await GetLiveVersionAsync(cancellationToken).ConfigureAwait(false);
        for (var shard = 0; shard < ViewLayout.Shards; shard++)
        {
            await foreach (var entries in ChunkAsync(Table.QueryAsync(Layout.Entries(live, shard), cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                var rows = await Table.GetManyAsync([.. entries.Select(entry => Layout.Row(live, ViewEntry.KeyOf(entry)))], cancellationToken).ConfigureAwait(false);
                foreach (var row in rows.Where(row => row is not null))
                {
                    yield return Read(row!);
                }
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<TableItem>> ChunkAsync(IAsyncEnumerable<TableItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new List<TableItem>(RowsAtATime);
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            chunk.Add(item);
            if (chunk.Count == RowsAtATime)
            {
                yield return chunk;
                chunk = new List<TableItem>(RowsAtATime);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    internal override object ReadRow(string data) => Read(data);

    internal override string WriteRow(object row) => JsonSerializer.Serialize((TView)row, _json);

    private TView Read(string data) => JsonSerializer.Deserialize(data, _json) ?? throw new JsonException($"A row of view '{Name}' is null.");

    private ViewRow<TView> Read(TableItem item) => new()
    {
        Key = ViewEntry.KeyOf(item),
        Value = Read(ItemReading.Text(item, ItemNames.Data)),
        AggregateId = ItemReading.Text(item, ItemNames.AggregateId),
        Version = ItemReading.Number(item, ItemNames.Version),
        At = Moment.Parse(ItemReading.Text(item, ItemNames.At)),
    };
}
