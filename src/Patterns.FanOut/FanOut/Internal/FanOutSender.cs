using System.Collections.Concurrent;
using Patterns.Outbound;

namespace Patterns.FanOut.Internal;

/// <summary>Gives a message to every route and recipient that wants it and does not have it.</summary>
internal sealed class FanOutSender<TMessage>
{
    private readonly FanOutOptions<TMessage> _options;
    private readonly SharedLedger? _ledger;
    private readonly RouteSender<TMessage>[] _routes;
    private readonly ConcurrentDictionary<string, RouteSender<TMessage>> _recipients = new(StringComparer.Ordinal);

    public FanOutSender(FanOutOptions<TMessage> options)
    {
        _options = options.Validated();
        _ledger = options.Ledger is { } ledger ? new SharedLedger(ledger) : null;
        _routes = [.. options.Routes.Select(route => new RouteSender<TMessage>(route, options.Outbound))];
    }

    /// <exception cref="FanOutException">Some did not take the message, and a retry may help.</exception>
    /// <exception cref="NonRetryableException">Some did not take the message, and a retry can help nobody.</exception>
    public async ValueTask SendAsync(TMessage message, Func<Envelope> describe, RecordContext context)
    {
        var senders = Choose(message);
        if (senders.Count == 0)
        {
            return;
        }

        var envelope = describe();
        var notes = new DeliveryNotes(_ledger, envelope.Id, context);
        var open = await notes.WithoutDeliveredAsync(senders).ConfigureAwait(false);
        var results = await Task.WhenAll(open.Select(sender => sender.SendAsync(message, envelope, context.CancellationToken))).ConfigureAwait(false);
        await notes.NoteAsync(results).ConfigureAwait(false);
        ThrowIfFailed(envelope.Id, results);
    }

    /// <summary>The routes, and the recipients that are not routes already: nobody gets two copies.</summary>
    private List<RouteSender<TMessage>> Choose(TMessage message)
    {
        var chosen = _routes.Where(sender => sender.Wants(message)).ToList();
        foreach (var recipient in _options.Recipients?.Invoke(message) ?? [])
        {
            if (!chosen.Exists(sender => string.Equals(sender.DestinationName, recipient.Name, StringComparison.Ordinal)))
            {
                chosen.Add(_recipients.GetOrAdd(recipient.Name, (_, destination) => SenderFor(destination), recipient));
            }
        }

        return chosen;
    }

    private RouteSender<TMessage> SenderFor(IDestination destination) =>
        new(new FanOutRoute<TMessage>(destination), _options.Outbound);

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
