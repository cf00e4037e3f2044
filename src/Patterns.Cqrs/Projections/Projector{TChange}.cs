using System.Runtime.ExceptionServices;
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

        if (projections.GroupBy(projection => projection.ViewName).FirstOrDefault(versions => versions.DistinctBy(version => version.Table.Name).Count() > 1) is { } view)
        {
            throw new ArgumentException($"All versions of view '{view.Key}' must be in one table.", nameof(projections));
        }

        _source = source;
        _options = (options ?? new()).Validated();
        _writers = [.. projections.OrderBy(projection => projection.Version).Select(projection => new ViewWriter<TChange>(projection, source, _options))];
    }

    internal RecordDecoder<TChange?> Decoder => _source.Decoder;

    internal int MaxParallelism => _options.MaxParallelism;

    internal ChangeMark MarkOf(TChange change) => _source.MarkOf(change);

    /// <summary>Brings all that an aggregate has into its views, for example when one is not to wait for the next change.</summary>
    /// <exception cref="ProjectionException">A change cannot come into a view; the other views have it.</exception>
    /// <exception cref="ProjectionConflictException">Others were faster at all attempts, or the table failed.</exception>
    /// <exception cref="InvalidOperationException">A view's live version has no projection here, or it is made of another type of aggregate.</exception>
    public async ValueTask CatchUpAsync(string aggregateId, CancellationToken cancellationToken)
    {
        // The version first: what is stored after the generations were read may not be in one that is announced meanwhile.
        var version = await _source.GetVersionAsync(aggregateId, cancellationToken).ConfigureAwait(false);
        var failures = new List<Exception>();
        foreach (var view in await BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            failures.AddRange(await view.CatchUpAsync(aggregateId, version, _source.AggregateType, cancellationToken).ConfigureAwait(false));
        }

        if (failures.Count > 0)
        {
            ExceptionDispatchInfo.Throw(failures[0]);
        }
    }

    /// <summary>
    /// Brings all aggregates into a version of a view, from where it was left; when all are there, the version is live at once. For the version
    /// that is live already, or when there is none yet, fills the gaps of the live one.
    /// </summary>
    /// <remarks>
    /// Any number of times, also at the same time: what is done is not done again. Changes that happen meanwhile come into both versions, as long
    /// as the projections of both are there. To fill gaps, it goes on where it was left within an hour, and begins anew after that.
    /// </remarks>
    /// <param name="viewName">The view.</param>
    /// <param name="version">The version of its projection.</param>
    /// <param name="stop">Ends the work at a point from which it goes on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="without">Aggregates that may stay as they are in it, though changes of theirs cannot come in. Default: null, none.</param>
    /// <exception cref="ArgumentException">There is no such projection.</exception>
    /// <exception cref="InvalidOperationException">
    /// Another version is being built, this one was retired, or another call ended or cancelled it; or changes of many aggregates went past the one that is being built, which is then walked
    /// anew at the next call.
    /// </exception>
    /// <exception cref="RebuildException">Changes of some aggregates cannot come in. All others have; the next call tries these again.</exception>
    /// <exception cref="ProjectionConflictException">Others were faster at all attempts, or the table failed.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public ValueTask<RebuildProgress> RebuildAsync(
        string viewName,
        int version,
        CancellationToken stop,
        CancellationToken cancellationToken,
        IReadOnlyCollection<string>? without = null) =>
        new ViewRebuild<TChange>(WriterOf(viewName, version), _source, _options, without ?? []).RunAsync(stop, cancellationToken);

    /// <summary>Gives up a version that is being built. It is retired: what it has is not used again.</summary>
    /// <exception cref="ArgumentException">There is no projection of the view.</exception>
    /// <exception cref="InvalidOperationException">The version is live, or was never built.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public async ValueTask CancelRebuildAsync(string viewName, int version, CancellationToken cancellationToken) =>
        await AnyOf(viewName, version).Controls.ChangeAsync(
            _source.AggregateType,
            control => control.Building == version
                ? control.WithRun(building: 0) with { Retired = Math.Max(control.Retired, version) }
                : control.Live != version && control.Retired >= version
                    ? control
                    : throw new InvalidOperationException($"Version {version} of view '{viewName}' is not being built."),
            cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Deletes the rows and positions of a version which is not live and not being built, and retires it and those before it. Wait until whoever began to read it
    /// has ended.
    /// </summary>
    /// <param name="viewName">The view.</param>
    /// <param name="version">The version; its projection need not be there any more.</param>
    /// <param name="cancellationToken">Ends the work; call it again to go on.</param>
    /// <exception cref="ArgumentException">There is no projection of the view.</exception>
    /// <exception cref="InvalidOperationException">The version is live, being built, or there never was one like it.</exception>
    /// <exception cref="Tables.TableException">The table could not be read or written.</exception>
    public ValueTask DeleteAsync(string viewName, int version, CancellationToken cancellationToken)
    {
        var any = AnyOf(viewName, version);
        return new ViewRemoval(any.Projection.Table, any.Projection.Layout, version, _source.AggregateType).RunAsync(cancellationToken);
    }

    /// <summary>Reads which generations the views have.</summary>
    /// <exception cref="InvalidOperationException">A view's live version has no projection here, or it is made of another type of aggregate.</exception>
    internal async ValueTask<IReadOnlyList<ViewOfBatch<TChange>>> BeginAsync(CancellationToken cancellationToken)
    {
        var views = new List<ViewOfBatch<TChange>>();
        foreach (var versions in _writers.GroupBy(writer => writer.Projection.ViewName))
        {
            var oldest = versions.First();
            var control = await oldest.Controls.ReadOrBeginAsync(_source.AggregateType, oldest.Projection.Version, cancellationToken).ConfigureAwait(false);
            var live = versions.FirstOrDefault(writer => writer.Projection.Version == control.Live) ?? throw new InvalidOperationException(
                $"Version {control.Live} of view '{versions.Key}' is live, and there is no projection of it here. Keep it until another version is rebuilt.");
            views.Add(new ViewOfBatch<TChange>(live, versions.FirstOrDefault(writer => writer.Projection.Version == control.Building), control.Building));
        }

        return views;
    }

    /// <summary>The rows into which changes come. Of a change for which the projection fails, nothing is known yet.</summary>
    internal IEnumerable<(string View, int Version, ViewKey Key)> RowsOf(IReadOnlyList<ViewOfBatch<TChange>> views, IReadOnlyList<TChange> changes) =>
        from view in views
        from writer in view.Building is null ? [view.Live] : (ViewWriter<TChange>[])[view.Building, view.Live]
        from change in PlannedChanges.Of(writer.Projection, _source, changes).Changes
        from row in change.Rows
        select (writer.Projection.ViewName, writer.Projection.Version, row.Key);

    /// <summary>Brings changes of one aggregate into its views. A view that fails does not keep the others waiting.</summary>
    internal async ValueTask<IReadOnlyList<Exception>> ApplyAsync(
        IReadOnlyList<ViewOfBatch<TChange>> views,
        string aggregateId,
        IReadOnlyList<TChange> changes,
        CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var view in views)
        {
            failures.AddRange(await view.ApplyAsync(aggregateId, changes, _source.AggregateType, cancellationToken).ConfigureAwait(false));
        }

        return failures;
    }

    private ViewWriter<TChange> WriterOf(string viewName, int version) =>
        Array.Find(_writers, writer => writer.Projection.ViewName == viewName && writer.Projection.Version == version) ?? throw Unknown(viewName, version);

    private ViewWriter<TChange> AnyOf(string viewName, int version) =>
        Array.Find(_writers, writer => writer.Projection.ViewName == viewName) ?? throw Unknown(viewName, version);

    private static ArgumentException Unknown(string viewName, int version) => new($"There is no projection of version {version} of a view '{viewName}' here.", nameof(viewName));
}
