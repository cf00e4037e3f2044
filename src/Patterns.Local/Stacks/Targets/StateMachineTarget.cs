using Patterns.Local.Services;
using Patterns.Local.Services.StepFunctions;
using Patterns.Local.Services.StepFunctions.Executions;

namespace Patterns.Local.Stacks.Targets;

/// <summary>The body is the input of a new execution.</summary>
internal sealed class StateMachineTarget(StepFunctionsService workflows) : IDeliveryTarget
{
    public void Deliver(string arn, Delivery delivery) => workflows.Executions.Start(new StartRequest(arn, Input: delivery.Body));
}
