using Patterns.Local.Services;

namespace Patterns.Local.Stacks.Targets;

/// <summary>One service that others hand messages to.</summary>
internal interface IDeliveryTarget
{
    /// <exception cref="AwsException">The service did not take the message.</exception>
    void Deliver(string arn, Delivery delivery);
}
