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
        var aggregates = entries.GroupBy(entry => _projector.MarkOf(entry.Work).AggregateId);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _projector.MaxParallelism };
        await Parallel.ForEachAsync(aggregates, parallel, (aggregate, _) => CommitAsync(views, aggregate.Key, [.. aggregate], cancellationToken)).ConfigureAwait(false);
    }

    private async ValueTask CommitAsync(ViewsOfBatch<TChange> views, string id, CommitEntry<TChange>[] entries, CancellationToken cancellationToken)
    {
        TChange[] changes = [.. entries.Select(entry => entry.Work).DistinctBy(VersionOf).OrderBy(VersionOf)];
        var failures = await _projector.ApplyAsync(views, id, changes, cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            if (FailureOf(failures, VersionOf(entry.Work)) is { } failure)
            {
                entry.Fail(failure);
            }
        }
    }

    /// <summary>What keeps a change from counting as handled. What may go better next time comes first: the change is to come again for it.</summary>
    private static Exception? FailureOf(IReadOnlyList<Exception> failures, long version) =>
        failures.FirstOrDefault(failure => failure is not ProjectionException)
        ?? failures.OfType<ProjectionException>().OrderBy(failure => failure.Version).FirstOrDefault(failure => failure.Version <= version);

    private long VersionOf(TChange change) => _projector.MarkOf(change).Version;
}
