using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings changes into one generation of a view, and begins anew when others are faster.</summary>
internal sealed class ViewWriter<TChange>
{
    private static readonly object Done = new();

    private readonly IChangeSource<TChange> _source;
    private readonly ProjectorOptions _options;
    private readonly ConflictRetries _retries;
    private readonly ProjectionMeter _meter;

    public ViewWriter(ViewProjection<TChange> projection, IChangeSource<TChange> source, ProjectorOptions options)
    {
        Projection = projection;
        Controls = new ViewControls(projection.Table, projection.Layout);
        _source = source;
        _options = options;
        _retries = new ConflictRetries(options.MaxAttempts, options.RetryDelay, options.Time);
        _meter = new ProjectionMeter(projection.ViewName);
    }

    public ViewProjection<TChange> Projection { get; }

    public ViewControls Controls { get; }

    public ValueTask ApplyAsync(ViewTask task, IReadOnlyList<TChange> changes, CancellationToken cancellationToken) =>
        RunAsync(task, attempt => attempt.RunAsync(changes), cancellationToken);

    /// <summary>Brings in what the aggregate has, up to a version.</summary>
    public ValueTask CatchUpAsync(ViewTask task, long upTo, CancellationToken cancellationToken) =>
        RunAsync(task, attempt => attempt.CatchUpAsync(upTo), cancellationToken);

    /// <remarks>
    /// Whatever a failed attempt did, the next one finds by the position: it need not be known.
    /// </remarks>
    private async ValueTask RunAsync(ViewTask task, Func<ViewAttempt<TChange>, ValueTask<bool>> run, CancellationToken cancellationToken) => await _retries.RunAsync(
        async () => await run(new ViewAttempt<TChange>(Projection, _source, task, _meter, _options.Time, cancellationToken)).ConfigureAwait(false) ? Done : null,
        static failure => failure is TableException { IsRetryable: true } or MissingEventException,
        conflict => conflict is MissingEventException missing
            ? new ProjectionException(Projection.ViewName, _source.AggregateType, task.Id, missing.Version, missing.Message, missing)
            : new ProjectionConflictException(Projection.ViewName, _source.AggregateType, task.Id, _options.MaxAttempts, conflict),
        cancellationToken).ConfigureAwait(false);
}
