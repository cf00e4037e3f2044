using System.Text;
using Patterns.Local.Services;
using Patterns.Local.Services.Lambda;

namespace Patterns.Local.Stacks.Targets;

/// <summary>The body is the payload of an asynchronous invocation.</summary>
internal sealed class FunctionTarget(LambdaService lambda) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery) => lambda.Async.Enqueue(arn, Encoding.UTF8.GetBytes(delivery.Body));
}
