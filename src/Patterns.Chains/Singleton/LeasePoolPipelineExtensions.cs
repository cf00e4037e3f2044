using Patterns.Singleton;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns;

/// <summary>Adds a lease of a pool around each record.</summary>
public static class LeasePoolPipelineExtensions
{
    /// <summary>
    /// Runs what follows with a lease of the pool: waits for one, and gives it back at the end. A record for which none is free in time fails
    /// with a <see cref="LeasePoolExhaustedException"/>, one whose lease is lost is cancelled and fails with a
    /// <see cref="LeaseLostException"/>; both are tried again.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="patience">
    /// How long to wait at most; null for half of what is left of the invocation. A function that waits for less than the pool's
    /// <see cref="LeasePoolOptions.Duration"/> may not get back what it has lent.
    /// </param>
    public static RecordPipeline<TMessage> UseLeasePool<TMessage>(this RecordPipeline<TMessage> pipeline, LeasePool pool, TimeSpan? patience = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfLessThan(patience ?? TimeSpan.Zero, TimeSpan.Zero, nameof(patience));
        return pipeline.Use($"lease pool {pool.Options.Name}", next => (message, context) => RunAsync(next, message, context, pool, patience));
    }

    private static async ValueTask RunAsync<TMessage>(RecordStep<TMessage> next, TMessage message, RecordContext context, LeasePool pool, TimeSpan? patience)
    {
        var lease = await pool.AcquireAsync(patience ?? (context.RemainingTime / 2), context.CancellationToken).ConfigureAwait(false);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lease.Lost);
        try
        {
            await next(message, context.WithCancellation(both.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (lease.Lost.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new LeaseLostException($"{lease.Pool}/{lease.Slot}", lease.Token, exception);
        }
        finally
        {
            await ReleaseAsync(lease, context).ConfigureAwait(false);
        }
    }

    /// <summary>In the time that is kept back for the report, when there is no other.</summary>
    private static async ValueTask ReleaseAsync(PoolLease lease, RecordContext context)
    {
        try
        {
            if (!await lease.ReleaseAsync(context.GraceToken).ConfigureAwait(false))
            {
                SingletonLog.WasLost(context.Lambda.Logger, lease, context.MessageId);
            }
        }
        catch (Exception exception) when (exception is TableException or OperationCanceledException)
        {
            SingletonLog.NotReleased(context.Lambda.Logger, lease, exception);
        }
    }
}
