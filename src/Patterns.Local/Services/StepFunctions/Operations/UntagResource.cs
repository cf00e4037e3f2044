using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class UntagResource : SyncOperation
{
    public override string Name => nameof(UntagResource);

    protected override void Run(StepFunctionsCall call)
    {
        var machine = call.Service.Machines.Find(call.Input.Required("resourceArn", StepFunctionsLimits.ArnLength));
        machine.Tags.Remove(call.Input.Texts("tagKeys"));
    }
}
