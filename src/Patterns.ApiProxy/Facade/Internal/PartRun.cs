using System.Net;
using System.Text.Json;
using Patterns.Http;
using Patterns.Http.Internal;
using Patterns.Resilience;
using Polly;
using Polly.Timeout;

namespace Patterns.Facade.Internal;

/// <summary>Brings a part to its outcome: from the cache, by attempts, by an old value, or by its fallback.</summary>
internal sealed class PartRun<T>(PlanPart<T> part, PlanRun run)
{
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

    private readonly CacheStore? _cache = part.Options.Cache?.Store;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private volatile PartOutcome? _old;
    private CancellationTokenSource? _own;

    /// <summary>Longer than the part, so that nobody else loads meanwhile.</summary>
    private TimeSpan Lease => (part.Options.Budget is { } own && own < run.Left ? own : run.Left) + part.Options.Cache!.Options.TableTimeout;

    private bool IsOverBudget => _own?.IsCancellationRequested == true;

    public async Task<PartOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var own = part.Options.Budget is { } budget ? new CancellationTokenSource(budget, run.Time) : null;
        _own = own;
        using var either = own is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, own.Token);
        var token = either?.Token ?? cancellationToken;
        try
        {
            token.ThrowIfCancellationRequested();
            return await LateTask.NotBeyond(FindAsync(token), token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Instead(ReasonOf(exception), exception);
        }
    }

    private async Task<PartOutcome> FindAsync(CancellationToken cancellationToken) => _cache is null
        ? Fresh(await LoadAsync(cancellationToken).ConfigureAwait(false))
        : await FromCacheAsync(_cache, cancellationToken).ConfigureAwait(false);

    private async ValueTask<PartOutcome> FromCacheAsync(CacheStore cache, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = await cache.ReadAsync(part.CacheKey!, run.Time, cancellationToken).ConfigureAwait(false);
            _old = entry is null ? null : Parse(entry);
            if (_old is { Report.State: PartState.Cached } cached)
            {
                return cached;
            }

            switch (await cache.ClaimAsync(part.CacheKey!, _owner, Lease, run.Time, cancellationToken).ConfigureAwait(false))
            {
                case CacheClaim.Taken:
                    return Fresh(await LoadIntoAsync(cache, cancellationToken).ConfigureAwait(false));
                case CacheClaim.Unknown:
                    return Fresh(await LoadAsync(cancellationToken).ConfigureAwait(false));
                case CacheClaim.HeldByOther when _old is not null:
                    return Instead(MissingReason.BeingRefreshed, null);
                default:
                    await Task.Delay(part.Options.Cache!.Options.PollInterval, run.Time, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>What is loaded is kept; what is not leaves the place to the next one, which it has by itself when the time is up.</summary>
    private async ValueTask<T> LoadIntoAsync(CacheStore cache, CancellationToken cancellationToken)
    {
        try
        {
            var value = await LoadAsync(cancellationToken).ConfigureAwait(false);
            await cache.KeepAsync(part.CacheKey!, _owner, JsonSerializer.SerializeToUtf8Bytes(value, part.Json), run.Time, cancellationToken).ConfigureAwait(false);
            return value;
        }
        catch when (!cancellationToken.IsCancellationRequested)
        {
            await cache.ReleaseAsync(part.CacheKey!, _owner, run.Time, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<T> LoadAsync(CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(PartPipelines.Left, () => run.Left);
        var attempt = 0;
        try
        {
            return await part.Options.Pipeline(run.Time).ExecuteAsync(
                (inner, state) => AttemptAsync(++attempt, inner.CancellationToken),
                context,
                this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<T> AttemptAsync(int attempt, CancellationToken cancellationToken)
    {
        var circuit = part.Options.Circuit;
        return circuit is null
            ? await CallAsync(cancellationToken).ConfigureAwait(false)
            : await circuit.RunAsync(CallAsync, HasFailed, cancellationToken).ConfigureAwait(false);

        ValueTask<T> CallAsync(CancellationToken token) => run.CallAsync(inner => part.Call(new PartContext(run, part, attempt, inner)), token);
    }

    /// <summary>
    /// Being too slow is a failure; being given up for another part's sake tells nothing. A problem is what the service answered, and so is a status that
    /// refuses one request: it would keep all others from a service that is well.
    /// </summary>
    private bool? HasFailed(Exception exception) => exception switch
    {
        ProblemException => false,
        HttpRequestException { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or TooEarly } => true,
        HttpRequestException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } => false,
        OperationCanceledException when run.IsAbandoned && !IsOverBudget => null,
        _ => true,
    };

    private PartOutcome Fresh(T value) => new(new PartReport(part.Name, PartState.Fresh, MissingReason.None, TimeSpan.Zero), value, null);

    /// <summary>What there is instead of a fresh value.</summary>
    public PartOutcome Instead(MissingReason reason, Exception? failure)
    {
        if (_old is { } old)
        {
            return old with { Report = old.Report with { Reason = reason }, Failure = failure };
        }

        try
        {
            return part.Options.Fallback is { } fallback
                ? new(new PartReport(part.Name, PartState.Substituted, reason, TimeSpan.Zero), fallback(reason), failure)
                : new(new PartReport(part.Name, PartState.Missing, reason, TimeSpan.Zero), null, failure);
        }
        catch (Exception exception)
        {
            return new(new PartReport(part.Name, PartState.Missing, reason, TimeSpan.Zero), null, exception);
        }
    }

    /// <returns>Null for a value that cannot be read, as after a change of its form.</returns>
    private PartOutcome? Parse(CacheEntry entry)
    {
        try
        {
            var state = entry.IsFresh ? PartState.Cached : PartState.Stale;
            return new(new PartReport(part.Name, state, MissingReason.None, entry.Age), JsonSerializer.Deserialize(entry.Value.Span, part.Json), null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private MissingReason ReasonOf(Exception exception) => exception switch
    {
        CircuitOpenException => MissingReason.CircuitOpen,
        TimeoutRejectedException => MissingReason.OutOfTime,
        OperationCanceledException when IsOverBudget => MissingReason.OutOfTime,
        OperationCanceledException when run.HasEnded => run.EndReason,
        _ => MissingReason.Failed,
    };
}
