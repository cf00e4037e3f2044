using Amazon.Lambda.Core;
using Patterns.FanOut.Internal;

namespace Patterns.FanOut;

/// <summary>Publishes the messages of an outbox as soon as the table's stream tells of them.</summary>
/// <remarks>
/// <para>
/// Derive from it and name <see cref="FunctionHandler"/> in the template, with the table's stream as the event source; the stream
/// needs new images. A record of the stream is only a signal: the relay reads what the aggregate has waiting in the table,
/// publishes it in order, and deletes it. So a record that comes twice publishes nothing twice, one that never comes does not
/// break the order, and records of anything else are ignored.
/// </para>
/// <para>
/// A message that a destination does not take waits in the table, and its aggregate with it; the stream and all other aggregates
/// go on. After <see cref="OutboxRelayOptions.MaxAttempts"/> it is put aside and the aggregate goes on.
/// </para>
/// <para>Guarantee: at-least-once; ordered per key (the aggregate), as the first copy of each message goes.</para>
/// </remarks>
public abstract class OutboxRelayHandler
{
    private readonly OutboxPublication _publication;
    private readonly OutboxRelayOptions _options;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="options">Where its messages go.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected OutboxRelayHandler(Outbox outbox, OutboxRelayOptions options)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Validated();
        _publication = new OutboxPublication(new OutboxPublisher(outbox, options), options);
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting.</summary>
    /// <returns>The partial reply, with the first record whose aggregate could not be read or was not come to in time.</returns>
    /// <exception cref="UnknownEventException">The payload is not an event of a table's stream with new images; nothing was published.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var signals = await OutboxSignals.ReadAsync(input).ConfigureAwait(false);
        var outcome = await _publication.HandleBatchAsync(signals, context).ConfigureAwait(false);
        if (!_options.ReportBatchItemFailures)
        {
            outcome.ThrowIfFailed();
        }

        return outcome.ToReply();
    }
}
