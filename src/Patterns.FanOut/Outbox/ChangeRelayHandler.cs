using System.Text.Json.Serialization.Metadata;
using Patterns.FanOut.Internal;
using Patterns.Outbound;

namespace Patterns.FanOut;

/// <summary>Publishes what the changes of a table mean: the stream itself is the outbox, and there is no second write.</summary>
/// <remarks>
/// <para>
/// Derive from it, write <see cref="Map"/>, and name the handler's entry in the template, with the table's stream as the event
/// source. Use it when a message can be made from the item alone; an <see cref="Outbox"/> is for messages that say more.
/// </para>
/// <para>
/// Guarantee: at-least-once, ordered per key (the item's partition, when <see cref="RecordHandlerOptions.PartitionKeyName"/> is
/// given), for as long as the stream keeps its records: 24 hours on DynamoDB. There is no row that waits: a record that fails is
/// delivered again and holds up its shard until the mapping's bounds for retries give it up, so set them, with a destination for
/// what fails.
/// </para>
/// </remarks>
/// <typeparam name="TItem">The item.</typeparam>
public abstract class ChangeRelayHandler<TItem> : RecordHandler<TableChange<TItem>>
{
    private readonly FanOutSender<Envelope> _sender;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="json">How a change is read, from a source-generated context.</param>
    /// <param name="fanOut">The destinations.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ChangeRelayHandler(JsonTypeInfo<TableChange<TItem>> json, FanOutOptions<Envelope> fanOut, RecordHandlerOptions? options = null)
        : base(json, options)
    {
        ArgumentNullException.ThrowIfNull(fanOut);
        _sender = new FanOutSender<Envelope>(fanOut);
    }

    /// <summary>
    /// The messages that the change means, in order; none for a change that nobody needs to know of. Ids must be the same when
    /// the change comes again: make them from <see cref="RecordContext.MessageId"/>, or from the item and its version. An envelope
    /// without a key gets that of the change.
    /// </summary>
    /// <param name="change">The change. A removal may also be an expiry by time to live.</param>
    /// <param name="context">The record.</param>
    protected abstract IEnumerable<Envelope> Map(TableChange<TItem> change, RecordContext context);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TableChange<TItem> message, RecordContext context)
    {
        foreach (var envelope in Map(message, context))
        {
            var keyed = envelope with { Key = envelope.Key ?? context.Key };
            await _sender.SendAsync(keyed, () => keyed, context).ConfigureAwait(false);
        }
    }
}
