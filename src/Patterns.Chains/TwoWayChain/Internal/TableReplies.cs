using System.Text;
using Patterns.Limits;
using Patterns.Outbound;
using Patterns.Tables;

namespace Patterns.TwoWayChain.Internal;

/// <summary>A place for replies that is the requester's table.</summary>
internal sealed class TableReplies(RequestStore store, string name) : IDestination
{
    public string Name => name;

    public DestinationLimits Limits { get; } = new(MaxEntries: 1, RequestStore.MostBodyBytes, RequestStore.MostBodyBytes, ServiceLimits.SqsMessageAttributes);

    public bool KeepsOrder => false;

    public async ValueTask<IReadOnlyList<SendFailure>> SendAsync(IReadOnlyList<Envelope> envelopes, CancellationToken cancellationToken)
    {
        var failures = new List<SendFailure>();
        foreach (var envelope in envelopes)
        {
            if (await TrySettleAsync(envelope, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    private async ValueTask<SendFailure?> TrySettleAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            var reply = new ReceivedReply(
                envelope.Attributes.GetValueOrDefault(ReplyAttributes.Outcome) ?? ReplyAttributes.Succeeded,
                Encoding.UTF8.GetString(envelope.Body.Span),
                envelope.Attributes.GetValueOrDefault(ReplyAttributes.Error));
            var id = IdRules.Checked(envelope.CorrelationId, $"The correlation id of reply {envelope.Id}");
            var (head, fate) = await store.SettleAsync(id, reply, cancellationToken).ConfigureAwait(false);
            RequestMeter.Count(fate, head);
            return null;
        }
        catch (Exception exception) when (exception is NonRetryableException or TableException)
        {
            var isRetryable = exception is TableException { IsRetryable: true };
            return new SendFailure(envelope, exception.GetType().Name, exception.Message, isRetryable) { Exception = exception };
        }
    }
}
