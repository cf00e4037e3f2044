using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Idempotency;
using Patterns.Outbound;
using Patterns.TwoWayChain.Internal;

namespace Patterns.TwoWayChain;

/// <summary>Answers requests: does each once, keeps its reply, and sends it to where the request says.</summary>
/// <remarks>
/// <para>
/// Guarantee: what <see cref="ReplyAsync"/> enlists is done effect-once, all else that it does at-least-once. The reply is sent
/// at-least-once, and is the same every time. A request that comes again because its reply was lost gets the kept one; nothing is done again.
/// </para>
/// <para>A request that comes after its deadline and was not begun is answered as <see cref="ReplyAttributes.Expired"/> without being worked on.</para>
/// </remarks>
/// <typeparam name="TRequest">The request's type.</typeparam>
/// <typeparam name="TReply">The reply's type.</typeparam>
public abstract class RequestReplyHandler<TRequest, TReply> : RecordHandler<TRequest>
{
    private readonly JsonTypeInfo<TReply> _replyJson;
    private readonly RequestReplyOptions _options;
    private readonly IdempotentCall _call;

    /// <summary>Makes the handler. Mistakes show here, so that they fail the cold start.</summary>
    /// <param name="requestJson">How a request is read, from a source-generated context.</param>
    /// <param name="replyJson">How a reply is written, from a source-generated context.</param>
    /// <param name="reply">How replies are kept and sent.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="pipeline">Adds behaviours around each request.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    protected RequestReplyHandler(
        JsonTypeInfo<TRequest> requestJson,
        JsonTypeInfo<TReply> replyJson,
        RequestReplyOptions reply,
        RecordHandlerOptions? options = null,
        Action<RecordPipeline<TRequest>>? pipeline = null)
        : base(requestJson, options, pipeline)
    {
        ArgumentNullException.ThrowIfNull(replyJson);
        ArgumentNullException.ThrowIfNull(reply);
        _replyJson = replyJson;
        _options = reply.Validated();
        _call = new IdempotentCall(reply.Table, reply.Idempotency, reply.Time);
    }

    /// <summary>
    /// Does what is asked. A <see cref="NonRetryableException"/> is the answer, too: the requester is told that it failed and why. Any other
    /// exception has the request come again.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="context">What else is known of it.</param>
    protected abstract ValueTask<TReply> ReplyAsync(TRequest request, RequestContext context);

    /// <inheritdoc/>
    protected sealed override async ValueTask HandleAsync(TRequest message, RecordContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var id = IdRules.Checked(context.CorrelationId ?? context.MessageId, "The correlation id of a request");
        var destination = DestinationOf(id, context);
        var stored = await _call.RunAsync(
            id,
            context.CopyMessage(),
            ReplyJson.Default.StoredReply,
            call => AnswerAsync(message, new RequestContext(id, DeadlineOf(context), context, call)),
            context.CancellationToken).ConfigureAwait(false);
        var reply = stored.Value;
        var envelope = ReplyEnvelope.Of(id, reply.Outcome, Encoding.UTF8.GetBytes(reply.Body), reply.Error, _options.Type, _options.Source) with
        {
            CausationId = context.MessageId,
        };
        await new OutboundWriter(destination, _options.Outbound).SendAsync([envelope], context.CancellationToken).ConfigureAwait(false);
    }

    private IDestination DestinationOf(string id, RecordContext context)
    {
        var replyTo = context.GetAttribute(ReplyAttributes.ReplyTo)
            ?? throw new NonRetryableException($"Request '{id}' does not say where its reply goes: it has no attribute '{ReplyAttributes.ReplyTo}'.");
        return _options.ReplyTo(replyTo)
            ?? throw new NonRetryableException($"The reply-to of request '{id}' is no destination that replies may go to.");
    }

    private async ValueTask<StoredReply> AnswerAsync(TRequest request, RequestContext context)
    {
        if (context.Deadline <= _options.Time.GetUtcNow())
        {
            RequestLogging.Expired(context.Record.Lambda.Logger, context.RequestId);
            return new StoredReply(ReplyAttributes.Expired, "null", "The request came after its deadline.");
        }

        try
        {
            var reply = await ReplyAsync(request, context).ConfigureAwait(false);
            return new StoredReply(ReplyAttributes.Succeeded, JsonSerializer.Serialize(reply, _replyJson), null);
        }
        catch (NonRetryableException failure)
        {
            RequestLogging.Refused(context.Record.Lambda.Logger, context.RequestId, failure);
            return new StoredReply(ReplyAttributes.Failed, "null", FailureAttributes.Clean(failure.Message));
        }
    }

    private static DateTimeOffset? DeadlineOf(RecordContext context) =>
        Moment.TryParse(context.GetAttribute(ReplyAttributes.Deadline), out var deadline) ? deadline : null;
}
