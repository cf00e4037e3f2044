using System.Collections.Concurrent;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings all aggregates into a generation, shard by shard, and makes it the live one.</summary>
/// <remarks>
/// A handler brings nothing into the live generation that was stored after it read which generations there are. So what it brought into the live one only was stored
/// before this one was announced, and so before its aggregate is read here: none is missing in the end. Where a change does go past this one, the
/// handler notes that first, and its aggregate is read once more before the switch, which nothing can be noted past.
/// </remarks>
internal sealed class ViewRebuild<TChange>(ViewWriter<TChange> writer, IChangeSource<TChange> source, ProjectorOptions options, IReadOnlyCollection<string> without)
{
    private readonly string _view = writer.Projection.ViewName;
    private readonly int _generation = writer.Projection.Version;
    private readonly FillRuns _fills = new(writer.Projection.Table, writer.Projection.Layout.FillRun(writer.Projection.Version), options.Time);
    private readonly AggregateWalk<TChange> _walk = new(writer, source, options, without);

    public async ValueTask<RebuildProgress> RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var control = await ChangeAsync(Announce, cancellationToken).ConfigureAwait(false);
        return control.Live == _generation
            ? await FillAsync(stop, cancellationToken).ConfigureAwait(false)
            : await BuildAsync(control.Run, stop, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RebuildProgress> FillAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        var run = await _fills.BeginAsync(cancellationToken).ConfigureAwait(false);
        var marks = await _walk.RunAsync(run, ids => FillAsync(ids, cancellationToken), stop, cancellationToken).ConfigureAwait(false);
        if (!marks.All(mark => mark.IsDone))
        {
            await _fills.KeepAsync(run, cancellationToken).ConfigureAwait(false);
            return new RebuildProgress(false, marks.Sum(mark => mark.Count));
        }

        await _fills.EndAsync(run, cancellationToken).ConfigureAwait(false);
        ThrowIfFailed(marks.SelectMany(mark => mark.Failed));
        return new RebuildProgress(true, marks.Sum(mark => mark.Count));
    }

    /// <summary>The versions first, and then which generations there are: nothing that is stored later may come into the live one only.</summary>
    private async ValueTask<IReadOnlyCollection<string>> FillAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var versions = new ConcurrentDictionary<string, long>();
        await Lanes.RunAsync(ids, options.MaxParallelism, async id => versions[id] = await source.GetVersionAsync(id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        var control = await writer.Controls.ReadAsync(cancellationToken).ConfigureAwait(false);
        return control.Live == _generation && control.Building == 0
            ? await _walk.CatchUpAsync(ids, id => versions[id], isLive: true, cancellationToken).ConfigureAwait(false)
            : throw new InvalidOperationException($"Version {_generation} of view '{_view}' is not the only one any more; its gaps are not filled while another one is built.");
    }

    private async ValueTask<RebuildProgress> BuildAsync(string run, CancellationToken stop, CancellationToken cancellationToken)
    {
        var marks = await _walk.RunAsync(run, ids => BuildAsync(run, ids, cancellationToken), stop, cancellationToken).ConfigureAwait(false);
        var count = marks.Sum(mark => mark.Count);
        if (!marks.All(mark => mark.IsDone))
        {
            return new RebuildProgress(false, count);
        }

        ThrowIfFailed(await _walk.RetryAsync(run, marks, ids => BuildAsync(run, ids, cancellationToken), cancellationToken).ConfigureAwait(false));
        while (true)
        {
            var control = await CheckedAsync(run, cancellationToken).ConfigureAwait(false);
            ThrowIfFailed(await _walk.CatchUpAsync([.. control.Missed.Where(id => !control.HasMissedAll).Except(without)], static _ => long.MaxValue, isLive: false, cancellationToken).ConfigureAwait(false));
            var after = await ChangeAsync(found => Switch(found, run, control.Misses), cancellationToken).ConfigureAwait(false);
            if (after.Live == _generation)
            {
                return new RebuildProgress(true, count);
            }

            if (after.Run != run)
            {
                throw new InvalidOperationException(
                    $"Changes of many aggregates went past version {_generation} of view '{_view}': their handler has no projection of it. The next rebuild walks all of them anew.");
            }
        }
    }

    private async ValueTask<IReadOnlyCollection<string>> BuildAsync(string run, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await CheckedAsync(run, cancellationToken).ConfigureAwait(false);
        return await _walk.CatchUpAsync(ids, static _ => long.MaxValue, isLive: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What there is, as long as this walk makes it.</summary>
    private async ValueTask<ViewControl> CheckedAsync(string run, CancellationToken cancellationToken)
    {
        var control = await writer.Controls.ReadAsync(cancellationToken).ConfigureAwait(false);
        return control.Run == run
            ? control
            : throw new InvalidOperationException($"This rebuild of version {_generation} of view '{_view}' was ended by another one, or cancelled. Invoke it again to see how far it is.");
    }

    private void ThrowIfFailed(IEnumerable<string> failed)
    {
        string[] ids = [.. failed.Except(without).Distinct().Order(StringComparer.Ordinal)];
        if (ids.Length > 0)
        {
            throw new RebuildException(_view, _generation, ids, _walk.LastFailure);
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
            throw new InvalidOperationException($"Version {control.Building} of view '{_view}' is being built; end or cancel that before version {_generation}.");
        }

        if (control.IsKept(_generation))
        {
            return control;
        }

        return _generation > control.Retired
            ? control.WithRun(_generation)
            : throw new InvalidOperationException($"Version {_generation} of view '{_view}' was retired; take one above {Math.Max(control.Retired, control.Live)}.");
    }

    /// <summary>Makes the generation the live one, unless something has gone past it since.</summary>
    private ViewControl Switch(ViewControl control, string run, long misses)
    {
        if (control.Run != run)
        {
            return control;
        }

        return control switch
        {
            { HasMissedAll: true } => control.WithRun(_generation),
            _ when control.Misses == misses => control.WithRun(building: 0) with { Live = _generation },
            _ => control,
        };
    }
}
