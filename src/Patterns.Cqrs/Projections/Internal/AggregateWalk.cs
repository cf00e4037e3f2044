using System.Collections.Concurrent;
using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Walks over all aggregates, page by page, and keeps marks of how far it is.</summary>
internal sealed class AggregateWalk<TChange>(ViewWriter<TChange> writer, IChangeSource<TChange> source, ProjectorOptions options, IReadOnlyCollection<string> without)
{
    private const int AggregatesAtATime = 32;
    private const int MostFailedOfShard = 100;

    private readonly ITable _table = writer.Projection.Table;

    /// <summary>Why the last aggregate that failed did.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>Goes on, a page at least, until all shards are done or it is to stop.</summary>
    /// <param name="run">Which walk: the marks of others do not count.</param>
    /// <param name="bring">Brings in aggregates, and says which of them failed.</param>
    /// <param name="stop">Ends the walk behind a page.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How far each shard is.</returns>
    public async ValueTask<IReadOnlyList<RebuildMark>> RunAsync(
        string run,
        Func<IReadOnlyList<string>, ValueTask<IReadOnlyCollection<string>>> bring,
        CancellationToken stop,
        CancellationToken cancellationToken)
    {
        var marks = new List<RebuildMark>();
        var isFirst = true;
        for (var shard = 0; shard < AggregateLayout.Shards; shard++)
        {
            var mark = RebuildMark.Read(await _table.GetAsync(Key(shard), cancellationToken).ConfigureAwait(false), run);
            for (; !mark.IsDone && (isFirst || !stop.IsCancellationRequested); isFirst = false)
            {
                mark = await StepAsync(shard, mark, bring, cancellationToken).ConfigureAwait(false);
                await KeepAsync(run, shard, mark, cancellationToken).ConfigureAwait(false);
            }

            marks.Add(mark);
        }

        return marks;
    }

    /// <summary>Tries those again that have failed before.</summary>
    /// <returns>Those that fail again.</returns>
    public async ValueTask<IReadOnlyCollection<string>> RetryAsync(
        string run,
        IReadOnlyList<RebuildMark> marks,
        Func<IReadOnlyList<string>, ValueTask<IReadOnlyCollection<string>>> bring,
        CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        for (var shard = 0; shard < marks.Count; shard++)
        {
            if (marks[shard].Failed.Count > 0)
            {
                var mark = marks[shard] with { Failed = await bring([.. marks[shard].Failed.Except(without)]).ConfigureAwait(false) };
                await KeepAsync(run, shard, mark, cancellationToken).ConfigureAwait(false);
                failed.AddRange(mark.Failed);
            }
        }

        return failed;
    }

    /// <summary>Brings in what aggregates have, up to a version of each.</summary>
    /// <returns>Those whose changes cannot come in.</returns>
    public async ValueTask<IReadOnlyCollection<string>> CatchUpAsync(IReadOnlyList<string> ids, Func<string, long> upTo, bool isLive, CancellationToken cancellationToken)
    {
        var failed = new ConcurrentBag<string>();
        await Lanes.RunAsync(ids, options.MaxParallelism, async id =>
        {
            try
            {
                await writer.CatchUpAsync(new ViewTask(id, isLive), upTo(id), cancellationToken).ConfigureAwait(false);
            }
            catch (ProjectionException failure)
            {
                LastFailure = failure;
                failed.Add(id);
            }
        }).ConfigureAwait(false);
        return failed;
    }

    private TableKey Key(int shard) => writer.Projection.Layout.Rebuild(writer.Projection.Version, source.AggregateType, shard);

    private async ValueTask KeepAsync(string run, int shard, RebuildMark mark, CancellationToken cancellationToken) =>
        await _table.PutAsync(mark.ToItem(Key(shard), run), cancellationToken).ConfigureAwait(false);

    private async ValueTask<RebuildMark> StepAsync(
        int shard,
        RebuildMark mark,
        Func<IReadOnlyList<string>, ValueTask<IReadOnlyCollection<string>>> bring,
        CancellationToken cancellationToken)
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

        string[] failed = [.. mark.Failed, .. (await bring(ids).ConfigureAwait(false)).Except(without)];
        return failed.Length <= MostFailedOfShard
            ? new RebuildMark(ids.Count == 0 ? mark.After : ids[^1], ids.Count < AggregatesAtATime, mark.Count + ids.Count, failed)
            : throw new RebuildException(writer.Projection.ViewName, writer.Projection.Version, failed, LastFailure);
    }
}
