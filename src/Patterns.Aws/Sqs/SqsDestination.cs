using Amazon.SQS;
using Amazon.SQS.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.Sqs;

/// <summary>A queue. The key is the message group and the id the deduplication id where the queue is FIFO.</summary>
internal sealed class SqsDestination(IAmazonSQS client, DestinationName name)
    : BatchDestination<SendMessageBatchRequestEntry>(name.Text, SqsLimits)
{
    private static readonly DestinationLimits SqsLimits = new(
        ServiceLimits.SqsBatchEntries,
        ServiceLimits.SqsBatchBytes,
        ServiceLimits.SqsMessageBytes,
        ServiceLimits.SqsMessageAttributes);

    private string? _url = name.Url;

    public override bool KeepsOrder => name.IsFifo;

    protected override SendMessageBatchRequestEntry Entry(string entryId, Envelope envelope, string body) => new()
    {
        Id = entryId,
        MessageBody = body,
        MessageAttributes = envelope.ToAttributes().ToDictionary(
            attribute => attribute.Key,
            attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value }),
        MessageGroupId = name.IsFifo ? FifoKeys.Group(envelope) : null,
        MessageDeduplicationId = name.IsFifo ? FifoKeys.Deduplication(envelope) : null,
    };

    protected override async Task<IEnumerable<Rejection>> RequestAsync(List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken)
    {
        _url ??= await FindUrlAsync(cancellationToken).ConfigureAwait(false);
        var request = new SendMessageBatchRequest { QueueUrl = _url, Entries = entries };
        var response = await client.SendMessageBatchAsync(request, cancellationToken).ConfigureAwait(false);
        return (response.Failed ?? []).Select(failed => new Rejection(failed.Id, failed.Code, failed.Message, failed.SenderFault));
    }

    private async Task<string> FindUrlAsync(CancellationToken cancellationToken)
    {
        var request = new GetQueueUrlRequest { QueueName = name.Name, QueueOwnerAWSAccountId = name.Account };
        var response = await client.GetQueueUrlAsync(request, cancellationToken).ConfigureAwait(false);
        return response.QueueUrl;
    }
}
