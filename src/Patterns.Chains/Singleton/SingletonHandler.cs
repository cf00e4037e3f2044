using System.Text.Json.Serialization.Metadata;
using Patterns.Singleton.Internal;
using Patterns.Tables;

namespace Patterns.Singleton;

/// <summary>Handles messages under a lease, so that of all functions that do the same work one does it at a time.</summary>
/// <remarks>
/// Guarantee: at-least-once, as for every handler. One owner at a time is best effort, since an environment may be frozen with
/// a lease and thaw after its end; what writes with <see cref="Lease.Check"/> or through a <see cref="FencedTable"/> is never
/// taken from an owner whose successor has already written.
/// </remarks>
/// <typeparam name="TMessage">The message.</typeparam>
public abstract class SingletonHandler<TMessage> : RecordHandler<TMessage>
{
    private readonly SingletonOptions<TMessage> _singleton;

    /// <summary>Makes a handler of JSON messages. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a message is read, from a source-generated context.</param>
    /// <param name="singleton">What it is the only one to do.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the taking of the lease.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected SingletonHandler(
        JsonTypeInfo<TMessage> json,
        SingletonOptions<TMessage> singleton,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(json, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(singleton);
        _singleton = singleton.Validated();
    }

    /// <summary>Handles one message as the only owner of its lease; what it throws has the message delivered again.</summary>
    /// <param name="message">The message; never null.</param>
    /// <param name="lease">The lease, which is renewed until this ends.</param>
    /// <param name="context">The record, with a token that is cancelled when time runs out or the lease is lost.</param>
    protected abstract ValueTask HandleAsOwnerAsync(TMessage message, Lease lease, RecordContext context);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TMessage message, RecordContext context)
    {
        var name = _singleton.LeaseName(message);
        if (await AcquireAsync(name, context).ConfigureAwait(false) is { } lease)
        {
            SingletonMeter.CountAcquired(_singleton.Leases.Options.Name);
            await HandleAsync(message, lease, context).ConfigureAwait(false);
        }
        else
        {
            SingletonMeter.CountSkipped(_singleton.Leases.Options.Name);
            SingletonLog.Skipped(context.Lambda.Logger, context.MessageId, name);
        }
    }

    private async ValueTask HandleAsync(TMessage message, Lease lease, RecordContext context)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lease.Lost);
        try
        {
            await HandleAsOwnerAsync(message, lease, context.WithCancellation(both.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (lease.Lost.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new LeaseLostException(lease.Name, lease.Token, exception);
        }
        finally
        {
            await ReleaseAsync(lease, context).ConfigureAwait(false);
        }
    }

    /// <summary>The lease; null for a message that is to be skipped.</summary>
    private async ValueTask<Lease?> AcquireAsync(string name, RecordContext context)
    {
        if (_singleton.WhenHeld == WhenHeld.Skip)
        {
            return await _singleton.Leases.TryAcquireAsync(name, context.CancellationToken).ConfigureAwait(false);
        }

        var patience = _singleton.WhenHeld == WhenHeld.Wait ? context.RemainingTime : TimeSpan.Zero;
        return await _singleton.Leases.AcquireAsync(name, patience, context.CancellationToken).ConfigureAwait(false);
    }

    /// <summary>In the time that is kept back for the report, when there is no other.</summary>
    private static async ValueTask ReleaseAsync(Lease lease, RecordContext context)
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
