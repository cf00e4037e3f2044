using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Patterns.Aws.Internal;
using Patterns.Limits;
using Patterns.Outbound;

namespace Patterns.Aws.Sns;

/// <summary>A topic. The key is the message group and the id the deduplication id where the topic is FIFO.</summary>
internal sealed class SnsDestination(IAmazonSimpleNotificationService client, DestinationName name)
    : BatchDestination<PublishBatchRequestEntry>(name.Text, SnsLimits)
{
    private static readonly DestinationLimits SnsLimits = new(
        ServiceLimits.SnsBatchEntries,
        ServiceLimits.SnsBatchBytes,
        ServiceLimits.SnsMessageBytes,
        ServiceLimits.SnsMessageAttributes);

    public override bool KeepsOrder => name.IsFifo;

    protected override PublishBatchRequestEntry Entry(string entryId, Envelope envelope, string body) => new()
    {
        Id = entryId,
        Message = body,
        MessageAttributes = envelope.ToAttributes().ToDictionary(
            attribute => attribute.Key,
            attribute => new MessageAttributeValue { DataType = "String", StringValue = attribute.Value }),
        MessageGroupId = name.IsFifo ? FifoKeys.Group(envelope) : null,
        MessageDeduplicationId = name.IsFifo ? FifoKeys.Deduplication(envelope) : null,
    };

    protected override async Task<IEnumerable<Rejection>> RequestAsync(List<PublishBatchRequestEntry> entries, CancellationToken cancellationToken)
    {
        var request = new PublishBatchRequest { TopicArn = name.Text, PublishBatchRequestEntries = entries };
        var response = await client.PublishBatchAsync(request, cancellationToken).ConfigureAwait(false);
        return (response.Failed ?? []).Select(failed => new Rejection(failed.Id, failed.Code, failed.Message, failed.SenderFault));
    }
}
