using System.Text;
using Amazon.Lambda.Core;
using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.TwoWayChain;

/// <summary>Takes replies from the requester's reply queue and ends the requests that they answer.</summary>
/// <remarks>
/// <para>
/// Two entries for two functions of one class: <c>FunctionHandler</c> takes the replies, and <see cref="SweepHandler"/> runs on a schedule
/// and ends what is out of time.
/// </para>
/// <para>
/// Guarantee: of all replies and the time-out, one ends a request; <see cref="DeliverAsync"/> is called at-least-once for that end, and
/// for nothing else.
/// </para>
/// </remarks>
/// <typeparam name="TRequest">The request's type.</typeparam>
/// <typeparam name="TReply">The reply's type.</typeparam>
public abstract class ReplyCollectorHandler<TRequest, TReply> : RecordHandler<string>
    where TReply : class
{
    private readonly RequestLog<TRequest, TReply> _log;
    private readonly TimerSweep _sweep;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="log">The requests.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around each reply.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected ReplyCollectorHandler(RequestLog<TRequest, TReply> log, RecordHandlerOptions? options = null, Action<RecordPipeline<string>>? pipeline = null)
        : base(static (body, _) => Encoding.UTF8.GetString(body), options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(log);
        _log = log;
        _sweep = new TimerSweep(log.Store.Timers, LookAsync, Options);
    }

    /// <summary>
    /// The method to name for a schedule: ends the requests whose time is over, and hands over ends that were not. The event's content
    /// does not matter, and several may run at a time.
    /// </summary>
    /// <exception cref="SweepException">Some could not be ended; the others were, and the next run tries again.</exception>
    public Task<Stream> SweepHandler(Stream input, ILambdaContext context) => _sweep.FunctionHandler(input, context);

    /// <summary>
    /// Hands over how a request has ended, for example to a client that is connected. Throwing has it called again. Does nothing by default:
    /// whoever waits asks the log.
    /// </summary>
    /// <param name="status">How the request has ended, the same every time.</param>
    /// <param name="cancellationToken">Cancelled when time runs out.</param>
    protected virtual ValueTask DeliverAsync(RequestStatus<TReply> status, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(string message, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = IdRules.Checked(context.CorrelationId, $"The correlation id of reply {context.MessageId}");
        var reply = new ReceivedReply(
            context.GetAttribute(ReplyAttributes.Outcome) ?? ReplyAttributes.Succeeded,
            message,
            context.GetAttribute(ReplyAttributes.Error));
        var (head, fate) = await _log.Store.SettleAsync(id, reply, context.CancellationToken).ConfigureAwait(false);
        RequestMeter.Count(fate, head);
        if (fate == ReplyFate.Late)
        {
            RequestLogging.Late(context.Lambda.Logger, id);
        }

        await HandOverAsync(head, context).ConfigureAwait(false);
    }

    private async ValueTask LookAsync(TableKey timer, RecordContext context)
    {
        var head = await _log.Store.FindAsync(DueTimers.IdOf(timer), context.CancellationToken).ConfigureAwait(false);
        if (head is { State: RequestState.Pending })
        {
            // The clock of whoever wrote the timer is ahead of this one.
            return;
        }

        if (head is not null)
        {
            await HandOverAsync(head, context).ConfigureAwait(false);
        }

        await _log.Store.Timers.DropAsync(timer, context.CancellationToken).ConfigureAwait(false);
    }

    private async ValueTask HandOverAsync(RequestHead head, RecordContext context)
    {
        if (head.IsDelivered)
        {
            return;
        }

        if (head.State == RequestState.TimedOut)
        {
            RequestLogging.TimedOut(context.Lambda.Logger, head.Id);
        }

        await DeliverAsync(_log.StatusOf(head), context.CancellationToken).ConfigureAwait(false);
        await _log.Store.MarkDeliveredAsync(head.Id, context.CancellationToken).ConfigureAwait(false);
        RequestMeter.CountEnded(head.State);
    }
}
