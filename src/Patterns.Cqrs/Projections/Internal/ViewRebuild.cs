using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings all aggregates into a generation, shard by shard, and makes it the live one.</summary>
/// <remarks>
/// A change that a handler brings into the live generation only was stored before that handler read which generations there are, so before this
/// one was announced, and so before its aggregate is read here: none is missing in the end.
/// </remarks>
internal sealed class ViewRebuild<TChange>(ViewWriter<TChange> writer, IChangeSource<TChange> source, ProjectorOptions options)
{
    private const int AggregatesAtATime = 32;

    private readonly ITable _table = writer.Projection.Table;
    private readonly ViewLayout _layout = writer.Projection.Layout;
    private readonly ViewControls _controls = new(writer.Projection.Table, writer.Projection.Layout);
    private readonly int _generation = writer.Projection.Version;

    public async ValueTask<RebuildProgress> RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var control = await _controls.ChangeAsync(Announce, cancellationToken).ConfigureAwait(false);
        var count = 0L;
        for (var shard = 0; shard < AggregateLayout.Shards; shard++)
        {
            var mark = await RunAsync(shard, stop, cancellationToken).ConfigureAwait(false);
            count += mark.Count;
            if (!mark.IsDone)
            {
                return new RebuildProgress(false, count);
            }
        }

        if (control.Live != _generation)
        {
            await _controls.ChangeAsync(Switch, cancellationToken).ConfigureAwait(false);
        }

        // The next one begins anew: it may be asked for because of gaps that are not there yet.
        await _table.WriteManyAsync([.. Enumerable.Range(0, AggregateLayout.Shards).Select(shard => new TableDelete(Key(shard)))], cancellationToken).ConfigureAwait(false);
        return new RebuildProgress(true, count);
    }

    public async ValueTask CancelAsync(CancellationToken cancellationToken) => await _controls.ChangeAsync(
        control => control.Building == _generation ? control with { Building = 0, Retired = Math.Max(control.Retired, _generation) } : control,
        cancellationToken).ConfigureAwait(false);

    private ViewControl Announce(ViewControl control)
    {
        if (control.Live == 0)
        {
            return control with { Live = _generation };
        }

        if (control.IsKept(_generation))
        {
            return control;
        }

        if (control.Building != 0)
        {
            throw new InvalidOperationException($"Version {control.Building} of view '{_layout.Name}' is being built; end or cancel that before version {_generation}.");
        }

        return _generation > control.Retired
            ? control with { Building = _generation }
            : throw new InvalidOperationException($"Version {_generation} of view '{_layout.Name}' was retired; take one above {Math.Max(control.Retired, control.Live)}.");
    }

    private ViewControl Switch(ViewControl control) => control.Live == _generation
        ? control
        : control.Building == _generation
            ? control with { Live = _generation, Building = 0 }
            : throw new InvalidOperationException($"The rebuild of version {_generation} of view '{_layout.Name}' was cancelled meanwhile.");

    private TableKey Key(int shard) => _layout.Rebuild(_generation, source.AggregateType, shard);

    private async ValueTask<RebuildMark> RunAsync(int shard, CancellationToken stop, CancellationToken cancellationToken)
    {
        var mark = RebuildMark.Read(await _table.GetAsync(Key(shard), cancellationToken).ConfigureAwait(false));
        while (!mark.IsDone && !stop.IsCancellationRequested)
        {
            mark = await StepAsync(shard, mark, cancellationToken).ConfigureAwait(false);
            await _table.PutAsync(mark.ToItem(Key(shard)), cancellationToken).ConfigureAwait(false);
        }

        return mark;
    }

    private async ValueTask<RebuildMark> StepAsync(int shard, RebuildMark mark, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var id in source.ListAsync(shard, mark.After, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(id);
            if (ids.Count == AggregatesAtATime)
            {
                break;
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ids, parallel, async (id, token) => await writer.CatchUpAsync(id, token).ConfigureAwait(false)).ConfigureAwait(false);
        return new RebuildMark(ids.Count == 0 ? mark.After : ids[^1], ids.Count < AggregatesAtATime, mark.Count + ids.Count);
    }
}
