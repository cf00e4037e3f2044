using Patterns.Cqrs.Internal;
using Patterns.Tables;

namespace Patterns.Cqrs;

/// <summary>A view, whatever its rows have: how far it has come. Make a <see cref="ViewStore{TView}"/>.</summary>
public abstract class ViewStore
{
    private const int Looks = 5;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly TimeProvider _time;
    private readonly ViewControls _controls;

    private protected ViewStore(ITable table, string name, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Layout = new ViewLayout(name);
        _time = time ?? TimeProvider.System;
        _controls = new ViewControls(table, Layout);
    }

    /// <summary>The view's name.</summary>
    public string Name => Layout.Name;

    /// <summary>Where the view is.</summary>
    public ITable Table { get; }

    internal ViewLayout Layout { get; }

    /// <summary>Reads what a row has.</summary>
    internal abstract object ReadRow(string data);

    /// <summary>Writes what a row has.</summary>
    internal abstract string WriteRow(object row);

    /// <summary>The version of the projection whose rows are read; 0 while there are none.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<int> GetLiveVersionAsync(CancellationToken cancellationToken) =>
        (await _controls.ReadAsync(cancellationToken).ConfigureAwait(false)).Live;

    /// <summary>The version of an aggregate whose changes, up to it, are in the live rows; 0 for none.</summary>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<long> GetPositionAsync(string aggregateType, string aggregateId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(aggregateType);
        ArgumentException.ThrowIfNullOrEmpty(aggregateId);
        var live = await GetLiveVersionAsync(cancellationToken).ConfigureAwait(false);
        return (await ReadPositionAsync(live, aggregateType, aggregateId, cancellationToken).ConfigureAwait(false)).Version;
    }

    /// <summary>Waits until the live rows have a version of an aggregate, so that whoever reads after it sees that or a later one.</summary>
    /// <param name="token">The version.</param>
    /// <param name="limit">How long at most; zero to ask once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when the view is still behind.</returns>
    /// <exception cref="TableException">The table could not be read.</exception>
    public async ValueTask<bool> WaitAsync(ViewToken token, TimeSpan limit, CancellationToken cancellationToken)
    {
        var wait = new ViewWait(limit, _time);
        do
        {
            if (await HasAsync(token, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }
        while (await wait.AgainAsync(cancellationToken).ConfigureAwait(false));
        return false;
    }

    /// <summary>What the view is made of; null while there is nothing.</summary>
    internal async ValueTask<string?> GetAggregateTypeAsync(CancellationToken cancellationToken) =>
        await _controls.ReadAsync(cancellationToken).ConfigureAwait(false) is { AggregateType: { Length: > 0 } type } ? type : null;

    private async ValueTask<bool> HasAsync(ViewToken token, CancellationToken cancellationToken)
    {
        var live = await GetLiveVersionAsync(cancellationToken).ConfigureAwait(false);
        var position = await ReadPositionAsync(live, token.AggregateType, token.AggregateId, cancellationToken).ConfigureAwait(false);
        return position.Version >= token.Version && await IsVisibleAsync(live, position, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether the rows that were written together with the position can be seen: a read that goes on while a transaction takes effect may see a part
    /// of it. A row that was new then and is not there may also have been removed since: after some looks, it is taken for that.
    /// </summary>
    private async ValueTask<bool> IsVisibleAsync(int generation, Position position, CancellationToken cancellationToken)
    {
        PositionRow[] hidden = [.. position.Rows.Where(row => row.IsChanged)];
        for (var look = 1; hidden.Length > 0; look++)
        {
            var rows = await Table.GetManyAsync([.. hidden.Select(row => Layout.Row(generation, row.Key))], cancellationToken).ConfigureAwait(false);
            hidden = [.. hidden.Zip(rows).Where(pair => FoundRow.Read(pair.Second).Revision == pair.First.Before).Select(pair => pair.First)];
            if (hidden.Length == 0 || look == Looks)
            {
                break;
            }

            await Task.Delay(BetweenLooks, _time, cancellationToken).ConfigureAwait(false);
        }

        return hidden.All(row => row.Before is null);
    }

    private async ValueTask<Position> ReadPositionAsync(int generation, string aggregateType, string aggregateId, CancellationToken cancellationToken) =>
        generation == 0 ? Position.None : Position.Read(await Table.GetAsync(Layout.Position(generation, aggregateType, aggregateId), cancellationToken).ConfigureAwait(false));
}
