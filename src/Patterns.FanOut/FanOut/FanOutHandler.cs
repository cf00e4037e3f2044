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
    private readonly FanOutSender<TMessage> _sender;

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
        _sender = new FanOutSender<TMessage>(fanOut);
    }

    /// <summary>
    /// The envelope of the copies: by default the message as it came, with its own id, so that a receiver recognises a copy that
    /// comes twice.
    /// </summary>
    protected virtual Envelope Describe(TMessage message, RecordContext context) => Envelope.CopyOf(context);

    /// <inheritdoc/>
    protected sealed override ValueTask HandleAsync(TMessage message, RecordContext context) =>
        _sender.SendAsync(message, () => Describe(message, context), context);
}
