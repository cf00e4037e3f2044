using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class TagResource : SyncOperation
{
    public override string Name => nameof(TagResource);

    protected override void Run(StepFunctionsCall call)
    {
        var machine = call.Service.Machines.Find(call.Input.Required("resourceArn", StepFunctionsLimits.ArnLength));
        machine.Tags.Set([.. call.Input.Tags("tags")]);
    }
}
