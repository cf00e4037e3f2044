using System.Collections.Concurrent;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings all aggregates into a generation, shard by shard, and makes it the live one.</summary>
/// <remarks>
/// A handler brings nothing into the live generation that was stored after it read which generations there are. So what it brought into the live one only was stored
/// before this one was announced, and so before its aggregate is read here: none is missing in the end. Where a change does go past this one, the
/// handler says so first, and the walk begins anew.
/// </remarks>
internal sealed class ViewRebuild<TChange>(ViewWriter<TChange> writer, IChangeSource<TChange> source, ProjectorOptions options, IReadOnlyCollection<string> without)
{
    private const int AggregatesAtATime = 32;
    private const int MostFailedOfShard = 100;

    private readonly ITable _table = writer.Projection.Table;
    private readonly ViewLayout _layout = writer.Projection.Layout;
    private readonly int _generation = writer.Projection.Version;
    private readonly RebuildRuns _runs = new(writer.Projection.Table, writer.Projection.Layout.Run(writer.Projection.Version), options.Time);
    private Exception? _lastFailure;

    public async ValueTask<RebuildProgress> RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var isLive = (await ChangeAsync(Announce, cancellationToken).ConfigureAwait(false)).Live == _generation;
        var run = await BeginAsync(isLive, cancellationToken).ConfigureAwait(false);
        var (count, failed) = (0L, new List<string>());
        for (var shard = 0; shard < AggregateLayout.Shards; shard++)
        {
            var mark = await RunAsync(run, shard, isLive, stop, cancellationToken).ConfigureAwait(false);
            count += mark.Count;
            failed.AddRange(mark.Failed.Except(without));
            if (!mark.IsDone)
            {
                await _runs.KeepAsync(run, cancellationToken).ConfigureAwait(false);
                return new RebuildProgress(false, count);
            }
        }

        if (failed.Count > 0)
        {
            throw new RebuildException(writer.Projection.ViewName, _generation, [.. failed.Order(StringComparer.Ordinal)], _lastFailure);
        }

        if (!isLive)
        {
            await SwitchAsync(run, cancellationToken).ConfigureAwait(false);
        }

        await _runs.EndAsync(run, cancellationToken).ConfigureAwait(false);
        return new RebuildProgress(true, count);
    }

    /// <summary>The run that goes on, or another one. Whoever begins one has what went past the generation so far counted as told.</summary>
    private async ValueTask<string> BeginAsync(bool isLive, CancellationToken cancellationToken)
    {
        var run = await _runs.FindAsync(mayBeOld: !isLive, cancellationToken).ConfigureAwait(false);
        if (run is null)
        {
            run = Guid.NewGuid().ToString("N");
            await ChangeAsync(control => control.Building == _generation ? control with { IsMissed = false } : control, cancellationToken).ConfigureAwait(false);
        }

        await _runs.KeepAsync(run, cancellationToken).ConfigureAwait(false);
        return run;
    }

    private async ValueTask SwitchAsync(string run, CancellationToken cancellationToken)
    {
        var after = await ChangeAsync(Switch, cancellationToken).ConfigureAwait(false);
        if (after.Live != _generation)
        {
            await _runs.EndAsync(run, cancellationToken).ConfigureAwait(false);
            throw new InvalidOperationException(
                $"Changes went past version {_generation} of view '{_layout.Name}', since it failed on them or their handler has no projection of it. The next rebuild walks all aggregates anew.");
        }
    }

    private ValueTask<ViewControl> ChangeAsync(Func<ViewControl, ViewControl> change, CancellationToken cancellationToken) =>
        writer.Controls.ChangeAsync(source.AggregateType, change, cancellationToken);

    private ViewControl Announce(ViewControl control)
    {
        if (control.Live == 0)
        {
            return control with { Live = _generation };
        }

        if (control.Building != 0 && control.Building != _generation)
        {
            throw new InvalidOperationException($"Version {control.Building} of view '{_layout.Name}' is being built; end or cancel that before version {_generation}.");
        }

        if (control.IsKept(_generation))
        {
            return control;
        }

        return _generation > control.Retired
            ? control with { Building = _generation, IsMissed = false }
            : throw new InvalidOperationException($"Version {_generation} of view '{_layout.Name}' was retired; take one above {Math.Max(control.Retired, control.Live)}.");
    }

    private ViewControl Switch(ViewControl control) => control.Live == _generation || (control.Building == _generation && control.IsMissed)
        ? control
        : control.Building == _generation
            ? control with { Live = _generation, Building = 0 }
            : throw new InvalidOperationException($"The rebuild of version {_generation} of view '{_layout.Name}' was cancelled meanwhile.");

    private TableKey Key(int shard) => _layout.Rebuild(_generation, source.AggregateType, shard);

    private async ValueTask<RebuildMark> RunAsync(string run, int shard, bool isLive, CancellationToken stop, CancellationToken cancellationToken)
    {
        var mark = RebuildMark.Read(await _table.GetAsync(Key(shard), cancellationToken).ConfigureAwait(false), run);
        if (mark is { IsDone: true, Failed.Count: > 0 })
        {
            var failed = await CatchUpAsync([.. mark.Failed.Except(without)], isLive, cancellationToken).ConfigureAwait(false);
            mark = await KeepAsync(run, shard, mark with { Failed = failed }, cancellationToken).ConfigureAwait(false);
        }

        while (!mark.IsDone && !stop.IsCancellationRequested)
        {
            mark = await KeepAsync(run, shard, await StepAsync(shard, mark, isLive, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return mark;
    }

    private async ValueTask<RebuildMark> KeepAsync(string run, int shard, RebuildMark mark, CancellationToken cancellationToken)
    {
        await _table.PutAsync(mark.ToItem(Key(shard), run), cancellationToken).ConfigureAwait(false);
        return mark;
    }

    private async ValueTask<RebuildMark> StepAsync(int shard, RebuildMark mark, bool isLive, CancellationToken cancellationToken)
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

        string[] failed = [.. mark.Failed, .. await CatchUpAsync(ids, isLive, cancellationToken).ConfigureAwait(false)];
        return failed.Length <= MostFailedOfShard
            ? new RebuildMark(ids.Count == 0 ? mark.After : ids[^1], ids.Count < AggregatesAtATime, mark.Count + ids.Count, failed)
            : throw new RebuildException(writer.Projection.ViewName, _generation, failed, _lastFailure);
    }

    /// <returns>Those whose changes cannot come in.</returns>
    private async ValueTask<IReadOnlyCollection<string>> CatchUpAsync(IReadOnlyList<string> ids, bool isLive, CancellationToken cancellationToken)
    {
        var failed = new ConcurrentBag<string>();
        var versions = new ConcurrentDictionary<string, long>();
        if (isLive)
        {
            // Before the generations are read: nothing that is stored later may come into the live one only.
            await Lanes.RunAsync(ids, options.MaxParallelism, async id => versions[id] = await source.GetVersionAsync(id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            await ChangeAsync(Announce, cancellationToken).ConfigureAwait(false);
        }

        await Lanes.RunAsync(ids, options.MaxParallelism, async id =>
        {
            try
            {
                await writer.CatchUpAsync(new ViewTask(id, isLive), isLive ? versions[id] : long.MaxValue, cancellationToken).ConfigureAwait(false);
            }
            catch (ProjectionException failure)
            {
                _lastFailure = failure;
                failed.Add(id);
            }
        }).ConfigureAwait(false);
        return failed;
    }
}
