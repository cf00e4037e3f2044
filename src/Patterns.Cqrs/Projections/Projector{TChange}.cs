using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Keeps views up to date with the changes of one type of aggregate, and rebuilds them.</summary>
/// <remarks>
/// <para>
/// Guarantee: each change comes into each view once, in the order of its aggregate, whatever is delivered twice, late, in another order or not
/// at all: how far an aggregate has come is kept with the rows, in the same transaction, and what is missing in between is read from the table
/// of the aggregates.
/// </para>
/// <para>Make one with <see cref="Projector"/> and keep it; it serves any number of batches at the same time.</para>
/// </remarks>
/// <typeparam name="TChange">A <see cref="StoredEvent{TEvent}"/> or a <see cref="StoredState{TState}"/>.</typeparam>
public sealed class Projector<TChange>
{
    private readonly IChangeSource<TChange> _source;
    private readonly ProjectorOptions _options;
    private readonly ViewWriter<TChange>[] _writers;

    internal Projector(IChangeSource<TChange> source, IReadOnlyList<ViewProjection<TChange>> projections, ProjectorOptions? options)
    {
        ArgumentNullException.ThrowIfNull(projections);
        if (projections.Count == 0 || projections.DistinctBy(projection => (projection.ViewName, projection.Version)).Count() < projections.Count)
        {
            throw new ArgumentException("There must be at least one projection, and each version of a view once.", nameof(projections));
        }

        _source = source;
        _options = (options ?? new()).Validated();
        _writers = [.. projections.OrderBy(projection => projection.Version).Select(projection => new ViewWriter<TChange>(projection, source, _options))];
    }

    internal RecordDecoder<TChange?> Decoder => _source.Decoder;

    internal int MaxParallelism => _options.MaxParallelism;

    internal ChangeMark MarkOf(TChange change) => _source.MarkOf(change);

    /// <summary>Brings all that an aggregate has into its views, for example when one is not to wait for the next change.</summary>
    /// <exception cref="ProjectionException">A change cannot come into a view.</exception>
    /// <exception cref="ProjectionConflictException">Others were faster at all attempts, or the table failed.</exception>
    public async ValueTask CatchUpAsync(string aggregateId, CancellationToken cancellationToken)
    {
        var views = await BeginAsync(cancellationToken).ConfigureAwait(false);
        foreach (var writer in views.Writers)
        {
            await writer.CatchUpAsync(aggregateId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Brings all aggregates into a version of a view, from where it was left; when all are there, the version is live at once. For the version
    /// that is live already, fills its gaps.
    /// </summary>
    /// <remarks>
    /// Any number of times, also at the same time: what is done is not done again. Changes that happen meanwhile come into both versions, as long
    /// as the projections of both are there.
    /// </remarks>
    /// <param name="viewName">The view.</param>
    /// <param name="version">The version of its projection.</param>
    /// <param name="stop">Ends the work at a point from which it goes on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">There is no such projection.</exception>
    /// <exception cref="InvalidOperationException">Another version is being built, or this one was retired: take a higher one.</exception>
    /// <exception cref="ProjectionException">A change cannot come into the view; the version does not become live.</exception>
    /// <exception cref="ProjectionConflictException">Others were faster at all attempts, or the table failed.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public ValueTask<RebuildProgress> RebuildAsync(string viewName, int version, CancellationToken stop, CancellationToken cancellationToken) =>
        new ViewRebuild<TChange>(WriterOf(viewName, version), _source, _options).RunAsync(stop, cancellationToken);

    /// <summary>Gives up a version that is being built. It is retired: what it has is not used again.</summary>
    /// <exception cref="ArgumentException">There is no such projection.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public ValueTask CancelRebuildAsync(string viewName, int version, CancellationToken cancellationToken) =>
        new ViewRebuild<TChange>(WriterOf(viewName, version), _source, _options).CancelAsync(cancellationToken);

    /// <summary>
    /// Deletes all that a version has which is not live and not being built, and retires it and those before it. Wait until whoever began to read it has ended.
    /// </summary>
    /// <param name="viewName">The view.</param>
    /// <param name="version">The version; its projection need not be there any more.</param>
    /// <param name="cancellationToken">Ends the work; call it again to go on.</param>
    /// <exception cref="ArgumentException">There is no projection of the view.</exception>
    /// <exception cref="InvalidOperationException">The version is live, or being built.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public ValueTask DeleteAsync(string viewName, int version, CancellationToken cancellationToken)
    {
        var any = Array.Find(_writers, writer => writer.Projection.ViewName == viewName) ?? throw Unknown(viewName, version);
        return new ViewRemoval(any.Projection.Table, any.Projection.Layout, version, _source.AggregateType).RunAsync(cancellationToken);
    }

    /// <summary>Reads which generations the views have.</summary>
    /// <exception cref="InvalidOperationException">A view's live version has no projection here.</exception>
    internal async ValueTask<ViewsOfBatch<TChange>> BeginAsync(CancellationToken cancellationToken)
    {
        var writers = new List<ViewWriter<TChange>>();
        var live = new HashSet<ViewWriter<TChange>>();
        foreach (var versions in _writers.GroupBy(writer => writer.Projection.ViewName))
        {
            var control = await ReadControlAsync(versions.First().Projection, cancellationToken).ConfigureAwait(false);
            var liveOne = versions.FirstOrDefault(writer => writer.Projection.Version == control.Live) ?? throw new InvalidOperationException(
                $"Version {control.Live} of view '{versions.Key}' is live, and there is no projection of it here. Keep it until another version is rebuilt.");
            writers.AddRange(versions.Where(writer => writer.Projection.Version == control.Building));
            writers.Add(liveOne);
            live.Add(liveOne);
        }

        return new ViewsOfBatch<TChange>(writers, live);
    }

    /// <summary>Brings changes of one aggregate into its views. A view that fails does not keep the others waiting.</summary>
    internal async ValueTask<IReadOnlyList<Exception>> ApplyAsync(
        ViewsOfBatch<TChange> views,
        string aggregateId,
        IReadOnlyList<TChange> changes,
        CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var writer in views.Writers)
        {
            try
            {
                await writer.ApplyAsync(aggregateId, changes, cancellationToken).ConfigureAwait(false);
                RecordLag(views, writer, changes);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    private static ValueTask<ViewControl> ReadControlAsync(ViewProjection<TChange> oldest, CancellationToken cancellationToken) =>
        new ViewControls(oldest.Table, oldest.Layout).ReadOrBeginAsync(oldest.Version, cancellationToken);

    private void RecordLag(ViewsOfBatch<TChange> views, ViewWriter<TChange> writer, IReadOnlyList<TChange> changes)
    {
        if (views.Live.Contains(writer))
        {
            var now = _options.Time.GetUtcNow();
            foreach (var change in changes)
            {
                writer.Meter.RecordLag(now - _source.MarkOf(change).At);
            }
        }
    }

    private ViewWriter<TChange> WriterOf(string viewName, int version) =>
        Array.Find(_writers, writer => writer.Projection.ViewName == viewName && writer.Projection.Version == version) ?? throw Unknown(viewName, version);

    private static ArgumentException Unknown(string viewName, int version) => new($"There is no projection of version {version} of a view '{viewName}' here.", nameof(viewName));
}
