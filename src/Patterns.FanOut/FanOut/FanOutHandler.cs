using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Patterns.FanOut.Internal;
using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>Gives every destination that wants it a copy of each message.</summary>
/// <remarks>
/// <para>
/// The destinations are independent: one that fails does not keep the others from getting their copy. The record then fails,
/// naming those that failed, and is delivered again; with a <see cref="FanOutOptions{TMessage}.Ledger"/> only they get it.
/// </para>
/// <para>Guarantee: at-least-once to each destination; with a ledger and receivers that know their ids, effect-once.</para>
/// </remarks>
/// <typeparam name="TMessage">The message.</typeparam>
public abstract class FanOutHandler<TMessage> : RecordHandler<TMessage>
{
    private readonly FanOutOptions<TMessage> _fanOut;
    private readonly RouteSender<TMessage>[] _routes;
    private readonly ConcurrentDictionary<string, RouteSender<TMessage>> _recipients = new(StringComparer.Ordinal);

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a message is read, from a source-generated context.</param>
    /// <param name="fanOut">The destinations.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around the sending.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected FanOutHandler(
        JsonTypeInfo<TMessage> json,
        FanOutOptions<TMessage> fanOut,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TMessage>>? pipeline = null)
        : base(json, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(fanOut);
        _fanOut = fanOut.Validated();
        _routes = [.. fanOut.Routes.Select(route => new RouteSender<TMessage>(route, fanOut.Outbound))];
    }

    /// <summary>
    /// The envelope of the copies: by default the message as it came, with its own id, so that a receiver recognises a copy that
    /// comes twice.
    /// </summary>
    protected virtual Envelope Describe(TMessage message, RecordContext context) => Envelope.CopyOf(context);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TMessage message, RecordContext context)
    {
        var senders = Choose(message);
        if (senders.Count == 0)
        {
            return;
        }

        var envelope = Describe(message, context);
        var notes = new DeliveryNotes(_fanOut.Ledger, envelope.Id, context);
        var open = await notes.WithoutDeliveredAsync(senders).ConfigureAwait(false);
        var results = await Task.WhenAll(open.Select(sender => sender.SendAsync(message, envelope, context.CancellationToken))).ConfigureAwait(false);
        await notes.NoteAsync(results).ConfigureAwait(false);
        ThrowIfFailed(envelope.Id, results);
    }

    /// <summary>The routes, and the recipients that are not routes already: nobody gets two copies.</summary>
    private List<RouteSender<TMessage>> Choose(TMessage message)
    {
        var chosen = _routes.Where(sender => sender.Wants(message)).ToList();
        foreach (var recipient in _fanOut.Recipients?.Invoke(message) ?? [])
        {
            if (!chosen.Exists(sender => string.Equals(sender.DestinationName, recipient.Name, StringComparison.Ordinal)))
            {
                chosen.Add(_recipients.GetOrAdd(recipient.Name, (_, destination) => SenderFor(destination), recipient));
            }
        }

        return chosen;
    }

    private RouteSender<TMessage> SenderFor(IDestination destination) =>
        new(new FanOutRoute<TMessage>(destination), _fanOut.Outbound);

    /// <summary>When a retry can help nobody, the record is poison.</summary>
    private static void ThrowIfFailed(string messageId, RouteResult[] results)
    {
        if (Array.TrueForAll(results, result => result.Failure is null))
        {
            return;
        }

        var exception = new FanOutException(messageId, results);
        throw exception.IsRetryable ? exception : new NonRetryableException(exception.Message, exception);
    }
}
