using Patterns.Local.Services;
using Patterns.Local.Services.Sqs;
using Patterns.Local.Services.Sqs.Messages;

namespace Patterns.Local.Stacks.Targets;

internal sealed class QueueTarget(SqsService sqs) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery)
    {
        if (!sqs.TryFindByArn(arn, out var queue))
        {
            throw SqsErrors.QueueDoesNotExist();
        }

        queue.Send(new NewMessage(delivery.Body)
        {
            Attributes = delivery.Attributes,
            GroupId = delivery.GroupId,
            DeduplicationId = delivery.DeduplicationId,
        });
    }
}
