using System.Text;
using Patterns.Limits;
using Patterns.Tables;

namespace Patterns.TwoWayChain.Internal;

/// <summary>Requests in a table: an item each, and a timer while it is open.</summary>
internal sealed class RequestStore(ITable table, RequestLogOptions options)
{
    /// <summary>Request, reply and a late reply share an item.</summary>
    public const int MostBodyBytes = (ServiceLimits.DynamoDbItemBytes - 8192) / 3;

    public DueTimers Timers { get; } = new(table, options.Name, options.TimerShards, options.Time);

    public DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>Opens a request, or finds the one that is there.</summary>
    /// <exception cref="RequestConflictException">It is another one.</exception>
    public async ValueTask<RequestHead> OpenAsync(string id, string request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        CheckSize($"Request '{id}'", request);
        var now = Now;
        var head = new RequestHead(id, RequestState.Pending, request, now, now + timeout);
        var expiresAt = head.Deadline + options.Retention;
        TableWrite[] writes =
        [
            new TablePut(head.ToItem(KeyOf(id), expiresAt)) { Condition = TableCondition.ItemMissing | TableCondition.Expired(now) },
            Timers.Set(id, head.Deadline, expiresAt),
        ];
        if ((await table.TransactAsync(writes, Guid.NewGuid().ToString(), cancellationToken).ConfigureAwait(false)).Committed)
        {
            return head;
        }

        var known = await FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new TableException($"{table.Name}: request '{id}' expired while it was being made.", isRetryable: true);
        return known.Request == request ? known : throw new RequestConflictException(id);
    }

    /// <summary>A request; one whose time is over is ended on the way.</summary>
    public async ValueTask<RequestHead?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var item = await table.GetAsync(KeyOf(id), cancellationToken).ConfigureAwait(false);
        if (item is null || item.IsExpired(Now))
        {
            return null;
        }

        var head = RequestHead.From(id, item);
        return head.State == RequestState.Pending && head.Deadline <= Now
            ? await EndAsync(head, new TableUpdate(KeyOf(id)).Set(RequestNames.State, nameof(RequestState.TimedOut)), cancellationToken).ConfigureAwait(false)
            : head;
    }

    /// <summary>Takes a reply: as the answer, or as what came too late. Of all that try to end a request, one succeeds.</summary>
    /// <exception cref="NonRetryableException">The request is not known, or the reply too large.</exception>
    public async ValueTask<(RequestHead Head, ReplyFate Fate)> SettleAsync(string id, ReceivedReply reply, CancellationToken cancellationToken)
    {
        CheckSize($"The reply to request '{id}'", reply.Body);
        var head = await FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new NonRetryableException($"Request '{id}' is not known: it was never made, or is forgotten.");
        if (head.State == RequestState.Pending)
        {
            var ended = await EndAsync(head, AnswerOf(id, reply), cancellationToken).ConfigureAwait(false);
            if (ended.State != RequestState.TimedOut)
            {
                return (ended, ended.Reply == reply.Body ? ReplyFate.Taken : ReplyFate.Duplicate);
            }

            head = ended;
        }

        return head.State == RequestState.TimedOut
            ? await KeepLateAsync(head, reply, cancellationToken).ConfigureAwait(false)
            : (head, ReplyFate.Duplicate);
    }

    /// <summary>Notes that the end was handed over.</summary>
    public async ValueTask MarkDeliveredAsync(string id, CancellationToken cancellationToken) => await table.WriteAsync(
        new TableUpdate(KeyOf(id)) { Condition = TableCondition.ItemExists }.Set(RequestNames.Delivered, true),
        cancellationToken).ConfigureAwait(false);

    private static void CheckSize(string what, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > MostBodyBytes)
        {
            throw new NonRetryableException($"{what} has {bytes} bytes; at most {MostBodyBytes} can be kept. Put it into an object store and send its key.");
        }
    }

    private TableUpdate AnswerOf(string id, ReceivedReply reply)
    {
        var update = new TableUpdate(KeyOf(id))
            .Set(RequestNames.State, reply.HasSucceeded ? nameof(RequestState.Succeeded) : nameof(RequestState.Failed))
            .Set(RequestNames.Outcome, reply.Outcome)
            .Set(RequestNames.Reply, reply.Body);
        return reply.Error is null ? update : update.Set(RequestNames.Error, reply.Error);
    }

    /// <summary>Ends a request that is pending.</summary>
    /// <returns>The request as it has ended, by this or by somebody else.</returns>
    private async ValueTask<RequestHead> EndAsync(RequestHead head, TableUpdate update, CancellationToken cancellationToken)
    {
        var condition = TableCondition.Equal(RequestNames.State, nameof(RequestState.Pending));
        var result = await table.WriteAsync(update with { Condition = condition }, cancellationToken).ConfigureAwait(false);
        return result.Item is { } item
            ? RequestHead.From(head.Id, item)
            : throw new TableException($"{table.Name}: request '{head.Id}' expired while it was being ended.", isRetryable: true);
    }

    private async ValueTask<(RequestHead Head, ReplyFate Fate)> KeepLateAsync(RequestHead head, ReceivedReply reply, CancellationToken cancellationToken)
    {
        var update = new TableUpdate(KeyOf(head.Id)) { Condition = TableCondition.ItemExists & TableCondition.Missing(RequestNames.LateAt) }
            .Set(RequestNames.LateAt, Moment.ToText(Now))
            .Set(RequestNames.LateOutcome, reply.Outcome)
            .Set(RequestNames.LateReply, reply.Body);
        var result = await table.WriteAsync(update, cancellationToken).ConfigureAwait(false);
        var kept = result.Item is { } item ? RequestHead.From(head.Id, item) : head;
        return (kept, result.Applied ? ReplyFate.Late : ReplyFate.Duplicate);
    }

    private TableKey KeyOf(string id) => new($"{options.Name}/request/{id}", "head");
}
