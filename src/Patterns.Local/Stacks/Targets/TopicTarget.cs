using System.Collections.ObjectModel;
using Patterns.Local.Services;
using Patterns.Local.Services.Sns;
using Patterns.Local.Services.Sns.Publishing;

namespace Patterns.Local.Stacks.Targets;

internal sealed class TopicTarget(SnsService sns) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery) => sns.Publish(arn, new PublishInput(delivery.Body)
    {
        Attributes = delivery.Attributes ?? ReadOnlyDictionary<string, MessageAttribute>.Empty,
        GroupId = delivery.GroupId,
        DeduplicationId = delivery.DeduplicationId,
    });
}
