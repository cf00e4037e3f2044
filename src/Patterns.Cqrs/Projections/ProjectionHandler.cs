using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Keeps views up to date from the stream of the aggregates' table.</summary>
/// <remarks>
/// <para>Derive from it and name the handler's entry in the template. The stream needs new images.</para>
/// <para>
/// Guarantee: as of the <see cref="Projector{TChange}"/>; the views are behind the aggregates by the time that the stream takes. A change that
/// cannot be read or that a projection fails on goes to the failure destination, and so do the later ones of its aggregate; other aggregates
/// and views go on. Nothing is lost by that: once the mistake is corrected, the aggregate's next change brings in all of them.
/// </para>
/// </remarks>
/// <typeparam name="TChange">A <see cref="StoredEvent{TEvent}"/> or a <see cref="StoredState{TState}"/>.</typeparam>
public abstract class ProjectionHandler<TChange> : BatchCommitHandler<TChange?, TChange>
    where TChange : class
{
    private readonly Projector<TChange> _projector;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="projector">The views.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ProjectionHandler(Projector<TChange> projector, RecordHandlerOptions? options = null)
        : base((projector ?? throw new ArgumentNullException(nameof(projector))).Decoder, options) => _projector = projector;

    /// <inheritdoc/>
    protected sealed override ValueTask<TChange?> PrepareAsync(TChange? message, RecordContext context) => new(message);

    /// <inheritdoc/>
    protected sealed override async ValueTask CommitAsync(IReadOnlyList<CommitEntry<TChange>> entries, CancellationToken cancellationToken)
    {
        var views = await _projector.BeginAsync(cancellationToken).ConfigureAwait(false);
        var aggregates = entries.GroupBy(entry => _projector.MarkOf(entry.Work).AggregateId).Select(EntriesOf).ToArray();

        // Aggregates that come into the same row would only get in each other's way.
        var lanes = aggregates.Length == 1 ? [aggregates] : Lanes.Of(aggregates, aggregate => _projector.RowsOf(views, aggregate.Changes));
        await Lanes.RunAsync(lanes, _projector.MaxParallelism, async lane =>
        {
            foreach (var aggregate in lane)
            {
                await CommitAsync(views, aggregate, cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    private async ValueTask CommitAsync(IReadOnlyList<ViewOfBatch<TChange>> views, AggregateEntries<TChange> aggregate, CancellationToken cancellationToken)
    {
        var failures = await _projector.ApplyAsync(views, aggregate.Id, aggregate.Changes, cancellationToken).ConfigureAwait(false);
        foreach (var entry in aggregate.Entries)
        {
            if (FailureOf(failures, VersionOf(entry.Work)) is { } failure)
            {
                entry.Fail(failure);
            }
        }
    }

    private AggregateEntries<TChange> EntriesOf(IGrouping<string, CommitEntry<TChange>> entries) => new(
        entries.Key,
        [.. entries],
        [.. entries.Select(entry => entry.Work).DistinctBy(VersionOf).OrderBy(VersionOf)]);

    /// <summary>What keeps a change from counting as handled. What may go better next time comes first: the change is to come again for it.</summary>
    private static Exception? FailureOf(IReadOnlyList<Exception> failures, long version) =>
        failures.FirstOrDefault(failure => failure is not ProjectionException)
        ?? failures.OfType<ProjectionException>().OrderBy(failure => failure.Version).FirstOrDefault(failure => failure.Version <= version);

    private long VersionOf(TChange change) => _projector.MarkOf(change).Version;
}
