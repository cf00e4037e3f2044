namespace Patterns.Local.Services.Sns.Subscriptions;

/// <summary>The names of the subscription attributes that can be set.</summary>
internal static class SubscriptionAttributes
{
    public const string RawMessageDelivery = "RawMessageDelivery";
    public const string FilterPolicy = "FilterPolicy";
    public const string FilterPolicyScope = "FilterPolicyScope";
    public const string RedrivePolicy = "RedrivePolicy";
    public const string DeliveryPolicy = "DeliveryPolicy";
    public const string MessageAttributesScope = "MessageAttributes";
    public const string MessageBodyScope = "MessageBody";

    /// <summary>What the service has and the runner does not.</summary>
    public static bool IsNotEmulated(string name) => name is "SubscriptionRoleArn" or "ReplayPolicy" or "ReplayStatus";
}
