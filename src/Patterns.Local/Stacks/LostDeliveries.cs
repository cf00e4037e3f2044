using Patterns.Local.Functions.Logs;
using Patterns.Local.Services.Sns.Deliveries;

namespace Patterns.Local.Stacks;

/// <summary>Tells the developer about messages of topics that reached nobody.</summary>
internal sealed class LostDeliveries(IFunctionConsole console) : IDeliveryLog
{
    public void Record(DeliveryRecord record)
    {
        if (record.Fate == DeliveryFate.Dropped)
        {
            console.Notice($"The message {record.MessageId} of the subscription {record.SubscriptionArn} is lost: {record.Error}");
        }
    }
}
