using Patterns.Tables;

namespace Patterns.Cqrs.Internal;

/// <summary>Brings changes into one generation of a view, and begins anew when others are faster.</summary>
internal sealed class ViewWriter<TChange>
{
    private static readonly object Done = new();

    private readonly ViewProjection<TChange> _projection;
    private readonly IChangeSource<TChange> _source;
    private readonly ConflictRetries _retries;
    private readonly int _maxAttempts;

    public ViewWriter(ViewProjection<TChange> projection, IChangeSource<TChange> source, ProjectorOptions options)
    {
        _projection = projection;
        _source = source;
        _maxAttempts = options.MaxAttempts;
        _retries = new ConflictRetries(options.MaxAttempts, options.RetryDelay, options.Time);
        Meter = new ProjectionMeter(projection.ViewName);
    }

    public ViewProjection<TChange> Projection => _projection;

    public ProjectionMeter Meter { get; }

    public ValueTask<object> ApplyAsync(string id, IReadOnlyList<TChange> changes, CancellationToken cancellationToken) =>
        RunAsync(id, attempt => attempt.RunAsync(changes), cancellationToken);

    public ValueTask<object> CatchUpAsync(string id, CancellationToken cancellationToken) =>
        RunAsync(id, static attempt => attempt.CatchUpAsync(), cancellationToken);

    /// <remarks>Whatever a failed attempt did, the next one finds by the position: it need not be known.</remarks>
    private ValueTask<object> RunAsync(string id, Func<ViewAttempt<TChange>, ValueTask<bool>> run, CancellationToken cancellationToken) => _retries.RunAsync(
        async () => await run(new ViewAttempt<TChange>(_projection, _source, id, Meter, cancellationToken)).ConfigureAwait(false) ? Done : null,
        static failure => failure is TableException { IsRetryable: true },
        conflict => new ProjectionConflictException(_projection.ViewName, _source.AggregateType, id, _maxAttempts, conflict),
        cancellationToken);
}
