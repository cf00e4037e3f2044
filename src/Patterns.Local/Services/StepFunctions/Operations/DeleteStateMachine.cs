using Patterns.Local.Services.StepFunctions.Wire;

namespace Patterns.Local.Services.StepFunctions.Operations;

internal sealed class DeleteStateMachine : SyncOperation
{
    public override string Name => nameof(DeleteStateMachine);

    protected override void Run(StepFunctionsCall call)
    {
        call.Service.Machines.Delete(call.Input.Required("stateMachineArn", StepFunctionsLimits.ArnLength));
    }
}
