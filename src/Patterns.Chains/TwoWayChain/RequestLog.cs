using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Outbound;
using Patterns.Tables;
using Patterns.TwoWayChain.Internal;

namespace Patterns.TwoWayChain;

/// <summary>The requester's side: sends requests, and keeps in a table what became of them.</summary>
/// <remarks>
/// Guarantee: a request is sent at-least-once, and comes to exactly one end: a reply that came in time, or the time-out. A reply that
/// comes later is kept beside it and changes nothing.
/// </remarks>
/// <typeparam name="TRequest">The request's type.</typeparam>
/// <typeparam name="TReply">The reply's type.</typeparam>
public sealed class RequestLog<TRequest, TReply>
    where TReply : class
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly JsonTypeInfo<TRequest> _requestJson;
    private readonly JsonTypeInfo<TReply> _replyJson;
    private readonly SharedOutboundWriter _requests;

    /// <summary>Makes a log; it may be used by several callers at a time.</summary>
    /// <param name="table">The table; others may use it, too, with other names.</param>
    /// <param name="requestJson">How a request is written, from a source-generated context.</param>
    /// <param name="replyJson">How a reply is read, from a source-generated context.</param>
    /// <param name="options">Where requests go.</param>
    /// <exception cref="OptionsException">One or more options are out of range; the message lists them all.</exception>
    public RequestLog(ITable table, JsonTypeInfo<TRequest> requestJson, JsonTypeInfo<TReply> replyJson, RequestLogOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(requestJson);
        ArgumentNullException.ThrowIfNull(replyJson);
        ArgumentNullException.ThrowIfNull(options);
        Options = options.Validated();
        _requestJson = requestJson;
        _replyJson = replyJson;
        _requests = new SharedOutboundWriter(options.Requests, options.Outbound);
        Store = new RequestStore(table, options);
        Replies = new TableReplies(Store, $"{table.Name}/{options.Name}");
    }

    /// <summary>What the log was told, with the defaults where it was told nothing.</summary>
    public RequestLogOptions Options { get; }

    /// <summary>
    /// Takes replies and writes them to the table at once, with no queue between: for the <c>ReplyTo</c> of one who replies and can reach
    /// the table.
    /// </summary>
    public IDestination Replies { get; }

    internal RequestStore Store { get; }

    /// <summary>
    /// Makes a request and sends it. While there is no answer, doing so again asks again: the one who replies does not do it twice, but
    /// sends the reply that may have been lost.
    /// </summary>
    /// <param name="requestId">What identifies the request, and correlates its reply; at most 900 bytes.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the waiting; the request may have been sent.</param>
    /// <param name="timeout">How long it waits for its reply, counted from when it is first made; null for the default.</param>
    /// <returns>How the request stands.</returns>
    /// <exception cref="RequestConflictException">The id was used before for another request.</exception>
    /// <exception cref="TableException">The table could not do it.</exception>
    /// <exception cref="SendFailedException">The request is recorded, but was not sent: make it again.</exception>
    public async Task<RequestStatus<TReply>> SendAsync(string requestId, TRequest request, CancellationToken cancellationToken, TimeSpan? timeout = null)
    {
        var id = IdRules.Checked(requestId, "The id of a request");
        var body = JsonSerializer.Serialize(request, _requestJson);
        var head = await Store.OpenAsync(id, body, timeout ?? Options.Timeout, cancellationToken).ConfigureAwait(false);
        if (head.State == RequestState.Pending)
        {
            await _requests.SendAsync(EnvelopeOf(head, body), cancellationToken).ConfigureAwait(false);
        }

        return StatusOf(head);
    }

    /// <summary>How a request stands; null for one that nobody has made, and for one that is forgotten. Whoever asks after the deadline ends it.</summary>
    /// <exception cref="TableException">The table could not do it.</exception>
    public async Task<RequestStatus<TReply>?> FindAsync(string requestId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        return await Store.FindAsync(requestId, cancellationToken).ConfigureAwait(false) is { } head ? StatusOf(head) : null;
    }

    /// <summary>Asks for a request until it has ended, or time runs out; then it may still be <see cref="RequestState.Pending"/>.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="patience">How long to wait; keep it below the limit of what waits, for example 29 seconds behind an API.</param>
    /// <param name="cancellationToken">Ends the waiting, too.</param>
    /// <exception cref="TableException">The table could not do it.</exception>
    public async Task<RequestStatus<TReply>?> WaitAsync(string requestId, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = Options.Time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var status = await FindAsync(requestId, cancellationToken).ConfigureAwait(false);
            if (status is not { State: RequestState.Pending } || Options.Time.GetElapsedTime(start) + pause > patience)
            {
                return status;
            }

            await Task.Delay(pause, Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    internal RequestStatus<TReply> StatusOf(RequestHead head) => new(head.Id, head.State, head is { State: RequestState.Succeeded, Reply: { } reply } ? JsonSerializer.Deserialize(reply, _replyJson) : null)
    {
        Outcome = head.Outcome,
        Error = head.Error,
        RequestedAt = head.OpenedAt,
        Deadline = head.Deadline,
        Late = head.Late,
    };

    private Envelope EnvelopeOf(RequestHead head, string body) => new()
    {
        Id = head.Id,
        Body = Encoding.UTF8.GetBytes(body),
        Type = Options.Type,
        Source = Options.Source,
        Key = head.Id,
        CorrelationId = head.Id,
        TraceParent = System.Diagnostics.Activity.Current?.Id,
        Attributes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReplyAttributes.ReplyTo] = Options.ReplyTo,
            [ReplyAttributes.Deadline] = Moment.ToText(head.Deadline),
        },
    };
}
