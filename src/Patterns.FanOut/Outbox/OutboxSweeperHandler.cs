using System.Text;
using Amazon.Lambda.Core;
using Patterns.FanOut.Internal;

namespace Patterns.FanOut;

/// <summary>
/// Publishes what the relay left behind: rows whose stream record expired or was given up, and messages whose destination failed.
/// </summary>
/// <remarks>
/// <para>
/// Derive from it and name <see cref="FunctionHandler"/> in the template, with a schedule as the event source: every minute is
/// usual. A run reads the partitions of the outbox, which hold only what is not published yet.
/// </para>
/// <para>
/// It may run while the relay does, and several at a time: nothing is claimed. Both may publish a message, which makes a
/// duplicate; both go through an aggregate's rows in order and delete a row only once it is published, so that a message's first
/// copy never comes before that of an earlier one.
/// </para>
/// </remarks>
public abstract class OutboxSweeperHandler
{
    private readonly Outbox _outbox;
    private readonly OutboxPublisher _publisher;
    private readonly OutboxRelayOptions _relay;
    private readonly OutboxSweeperOptions _options;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="relay">Where its messages go: the same as for the relay.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected OutboxSweeperHandler(Outbox outbox, OutboxRelayOptions relay, OutboxSweeperOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(relay);
        _outbox = outbox;
        _relay = relay.Validated();
        _options = (options ?? new()).Validated();
        _publisher = new OutboxPublisher(outbox, relay);
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting; what the event says does not matter.</summary>
    /// <returns>JSON with the number of messages that were published: <c>{"published":3}</c>.</returns>
    /// <exception cref="Exception">Something could not be read or written; all else was published, and the next run goes on.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sweep = new OutboxSweep(_outbox, _publisher, _relay, _options);
        var outcome = await sweep.HandleBatchAsync(RecordBatch.Of(context.AwsRequestId, "{}"u8.ToArray()), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
        return new MemoryStream(Encoding.UTF8.GetBytes($$"""{"published":{{sweep.Published}}}"""));
    }
}
